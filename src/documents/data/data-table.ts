/** 数据表: a table for programs, and its description as a Frictionless Table Schema. */

export type DataValue = string | number | readonly string[] | undefined;

export interface DataField {
  readonly name: string;
  /** Chinese. */
  readonly title: string;
  /** `list` is an array in JSON and joined by 、 in CSV; `date` is YYYY-MM-DD. */
  readonly type: 'string' | 'integer' | 'date' | 'list';
}

export const dataField = (
  name: string,
  title: string,
  type: DataField['type'] = 'string',
): DataField => ({ name, title, type });

/**
 * The version of all tables. The first number rises when a column goes or changes its meaning, the second when one is
 * added; whoever reads the data may hold on to the first.
 */
export const DATA_VERSION = '2.0';

export interface DataTable {
  readonly name: string;
  readonly title: string;
  /** The field that tells rows apart. */
  readonly key: string;
  readonly fields: readonly DataField[];
  /** Only the fields named are written, whatever else a row holds. */
  readonly rows: readonly Readonly<Record<string, DataValue>>[];
}

/** The schema of the CSV file. */
export function tableSchema({ fields, key }: DataTable): unknown {
  return {
    fields: fields.map(({ name, title, type }) => ({
      name,
      title,
      type: type === 'list' ? 'string' : type,
      ...(name === key ? { constraints: { required: true, unique: true } } : {}),
    })),
    missingValues: [''],
    primaryKey: key,
  };
}
