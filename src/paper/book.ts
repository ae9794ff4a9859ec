/**
 * 写工作簿: the one place that names the library which writes .xlsx — styles, drop-downs, protection, freezing, print
 * set-up. Why this one: docs/decisions.md.
 */
export { Workbook, type Cell as BookCell, type Worksheet } from '@cj-tech-master/excelts';
