/** How much a file decides, counted from its syntax. */
import ts from 'typescript';

const JOINS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Places where a text goes one way or another: if, ?:, case, loops, catch, &&, ||, ??; what McCabe counts, without the one for each function. */
export function decisionsIn(text: string): number {
  let count = 0;
  const see = (node: ts.Node): void => {
    if (
      ts.isIfStatement(node) ||
      ts.isConditionalExpression(node) ||
      ts.isCaseClause(node) ||
      ts.isCatchClause(node) ||
      ts.isIterationStatement(node, false) ||
      (ts.isBinaryExpression(node) && JOINS.has(node.operatorToken.kind))
    )
      count += 1;
    ts.forEachChild(node, see);
  };
  see(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest));
  return count;
}
