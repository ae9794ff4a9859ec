/** Runs after Decap CMS: leaves out what was not filled in, then starts the form. */

/** The little of Immutable.js that the form's data has. */
interface Collection {
  map: (change: (value: unknown) => unknown) => Collection;
  filter: (keep: (value: unknown) => boolean) => Collection;
  size: number;
}

interface Cms {
  registerEventListener: (listener: {
    name: 'preSave';
    handler: (event: { entry: { get: (key: 'data') => Collection } }) => Collection;
  }) => void;
  init: () => void;
}

function isCollection(value: unknown): value is Collection {
  return (
    typeof value === 'object' &&
    value !== null &&
    'filter' in value &&
    'map' in value &&
    'size' in value
  );
}

/** A field that was opened and left empty is not part of the report. */
function isFilled(value: unknown): boolean {
  if (value === '' || value === null || value === undefined) return false;
  return !isCollection(value) || value.size > 0;
}

function filled(data: Collection): Collection {
  return data.map((value) => (isCollection(value) ? filled(value) : value)).filter(isFilled);
}

const { CMS } = globalThis as unknown as { CMS: Cms };
CMS.registerEventListener({ name: 'preSave', handler: ({ entry }) => filled(entry.get('data')) });
CMS.init();
