/**
 * 外来的字: no `in` and no index on a plain object with a word that is only known when the program runs. A file, a cell
 * or an address may say `constructor` or `__proto__`.
 *
 * Seen: `word in table`, and `table[word]` read where the type of `word` is `string`, unless `Object.hasOwn(table, word)`
 * stands before it in the same condition. Not seen: a word that a cast says is one of the keys (`word as keyof typeof
 * table`), tables of type `any`, and writing `table[word] = …`; a Map is right where words from outside are kept.
 */
import type { Rule } from 'eslint';
import ts from 'typescript';

/** Tables whose keys a library writes, or that have no prototype. */
const EXEMPT = /^(?:DOMStringMap|WorkSheet|ProcessEnv|IncomingHttpHeaders|IncomingMessage)$/u;

/** What is looked at of a node of the syntax tree, whatever its kind. */
interface At {
  type: string;
  parent?: At;
  operator?: string;
  object?: At;
  property?: At;
  left?: At;
  right?: At;
  test?: At;
  consequent?: At;
}

interface Services {
  program: ts.Program;
  esTreeNodeToTSNodeMap: { get: (node: unknown) => ts.Node };
}

const outsideWords: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      in: '“in”连原型上的名字也算：用 Object.hasOwn，或改用 Map。',
      index: '用外来的字取普通对象的值，会取到原型上的：用 own()（src/text/own.ts），或改用 Map。',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices as unknown as Services;
    const checker = services.program.getTypeChecker();
    const typeOf = (node: unknown) =>
      checker.getTypeAtLocation(services.esTreeNodeToTSNodeMap.get(node));
    const textOf = (node: unknown) => context.sourceCode.getText(node as Rule.Node);
    const report = (node: Rule.Node, messageId: string) => {
      context.report({ node, messageId });
    };
    return {
      'BinaryExpression[operator="in"]'(node: Rule.Node) {
        const { left } = node as unknown as At;
        if (left?.type !== 'Literal' && left?.type !== 'PrivateIdentifier') report(node, 'in');
      },
      'MemberExpression[computed=true]'(node: Rule.Node) {
        const at = node as unknown as At;
        if (at.property?.type === 'Literal' || isWritten(at)) return;
        if (!isAnyWord(typeOf(at.property)) || isExempt(checker, typeOf(at.object))) return;
        const guard = `Object.hasOwn(${textOf(at.object)}, ${textOf(at.property)})`;
        if (!isGuarded(at, (test) => textOf(test).includes(guard))) report(node, 'index');
      },
    };
  },
};

function isWritten(node: At): boolean {
  const { parent } = node;
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}

function isAnyWord(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) !== 0,
  );
}

function isExempt(checker: ts.TypeChecker, type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(
    (part) =>
      (part.flags & (ts.TypeFlags.Any | ts.TypeFlags.Undefined | ts.TypeFlags.StringLike)) !== 0 ||
      checker.isArrayLikeType(part) ||
      EXEMPT.test(part.aliasSymbol?.name ?? part.symbol.name),
  );
}

/** True where a condition above the node holds the guard. */
function isGuarded(node: At, holds: (test: At) => boolean): boolean {
  for (
    let at = node;
    at.parent !== undefined && (at.parent as At | null) !== null;
    at = at.parent
  ) {
    const { type, test, consequent, left, right, operator } = at.parent;
    const isBranch = type === 'ConditionalExpression' || type === 'IfStatement';
    if (isBranch && consequent === at && test !== undefined && holds(test)) return true;
    if (operator === '&&' && right === at && left !== undefined && holds(left)) return true;
  }
  return false;
}

/** The rule as a plugin. */
export const words = { rules: { 'outside-words': outsideWords } };
