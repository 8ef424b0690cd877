import type { Locale, TagGraph } from '@wilma/domain';

/** A label or synonym as the terms that a text must hold to name it. */
interface Wording {
  readonly tag: string;
  readonly locale: Locale;
  readonly terms: readonly string[];
  readonly permille: number;
}

interface TextTerms {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

/** How much it says that a text names a tag, in thousandths (priors). */
const SURE = { label: 1000, synonym: 900, belowTitle: 0.7 } as const;
/** Mentions after which the next ones add less: n / (n + 1.5). */
const HALF_SURE_AFTER = 1.5;

/**
 * Reads tags from texts: a tag is named where all stems of its label or of a synonym occur, in any
 * order and as parts of compounds too.
 */
export class TagReader {
  private readonly byTerm = new Map<string, Wording[]>();

  /** @param stemsOf the stems of a label, each once */
  constructor(graph: TagGraph, stemsOf: (label: string, locale: Locale) => readonly string[]) {
    for (const { id, label, synonyms } of graph.all()) {
      for (const locale of ['de', 'en'] as const) {
        const wordings = [
          { text: label[locale], permille: SURE.label },
          ...synonyms[locale].map((text) => ({ text, permille: SURE.synonym })),
        ];
        for (const { text, permille } of wordings) {
          const terms = stemsOf(text.replace(/\(.*?\)/g, ''), locale);
          this.add({ tag: id, locale, terms, permille });
        }
      }
    }
  }

  tagsIn({ title, text }: TextTerms, locale: Locale): Map<string, number> {
    const inTitle = new Set(title);
    const counts = new Map<string, number>();
    for (const term of [...title, ...text]) counts.set(term, (counts.get(term) ?? 0) + 1);
    const found = new Map<string, number>();
    for (const first of counts.keys()) {
      for (const wording of this.byTerm.get(first) ?? []) {
        if (wording.locale !== locale) continue;
        const times = Math.min(...wording.terms.map((term) => counts.get(term) ?? 0));
        if (times === 0) continue;
        const place = wording.terms.every((term) => inTitle.has(term)) ? 1 : SURE.belowTitle;
        const often = times / (times + HALF_SURE_AFTER);
        const permille = Math.round(wording.permille * place * often);
        found.set(wording.tag, Math.max(permille, found.get(wording.tag) ?? 0));
      }
    }
    return found;
  }

  /** Under its longest term, which is likely its rarest. */
  private add(wording: Wording): void {
    const [longest] = [...wording.terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    if (longest === undefined) return;
    const list = this.byTerm.get(longest) ?? [];
    this.byTerm.set(longest, list);
    list.push(wording);
  }
}
