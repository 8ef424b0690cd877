import { htmlOf, type Markup } from '@wilma/platform';

type Value = string | Markup;

class Slot {
  constructor(readonly value: Value) {}
}

/** MJML that was written by us, with slots for the values, which MJML never sees. */
export class Fragment {
  constructor(readonly pieces: readonly (string | Slot)[]) {}
}

type Part = Value | Fragment | readonly Fragment[];

function piecesOf(part: Part): readonly (string | Slot)[] {
  if (part instanceof Fragment) return part.pieces;
  if (Array.isArray(part)) return (part as readonly Fragment[]).flatMap(({ pieces }) => pieces);
  return [new Slot(part as Value)];
}

/** A template of MJML: fragments become part of it, texts and markup are filled in afterwards. */
export function mjml(strings: TemplateStringsArray, ...parts: Part[]): Fragment {
  return new Fragment(
    strings.flatMap((string, index) => {
      const part = parts[index - 1];
      return part === undefined ? [string] : [...piecesOf(part), string];
    }),
  );
}

/**
 * HTML by the MJML it was compiled from, cut at its slots: text, slot number, text, …
 * One entry for each arrangement of blocks, a dozen or so: values are not part of the key.
 */
const compiled = new Map<string, Promise<readonly string[]>>();

async function compile(skeleton: string): Promise<readonly string[]> {
  // Loading it takes a program longer than anything else, and only the worker writes mails.
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(skeleton, {
    validationLevel: 'strict',
    keepComments: false,
    // MJML would load some fonts from elsewhere by their mere names.
    fonts: {},
  });
  // Indentation is a quarter of a long mail, which mailboxes cut off at 102 KB.
  return html.replaceAll(/\n\s+/g, '\n').split(/\[\[(\d+)\]\]/);
}

/** The HTML of a whole MJML document with its values in place, escaped. */
export async function renderMjml(document: Fragment): Promise<string> {
  const values: Value[] = [];
  const skeleton = document.pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `[[${String(values.push(piece.value) - 1)}]]`,
    )
    .join('');
  let parts = compiled.get(skeleton);
  if (parts === undefined) {
    parts = compile(skeleton);
    compiled.set(skeleton, parts);
  }
  return (await parts)
    .map((part, index) => (index % 2 === 0 ? part : htmlOf(values[Number(part)] ?? '')))
    .join('');
}
