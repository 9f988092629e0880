/** Letters of other scripts that are drawn as Latin ones are, and signs that stand for each other in most typefaces. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', н: 'h', і: 'l', ј: 'j', к: 'k', ӏ: 'l', м: 'm', о: 'o', р: 'p' },
  ...{ ԛ: 'q', г: 'r', ѕ: 's', т: 't', ѵ: 'v', ԝ: 'w', х: 'x', у: 'y', ү: 'y' },
  ...{ α: 'a', β: 'b', ϲ: 'c', ε: 'e', η: 'n', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', γ: 'y' },
  ...{ ɑ: 'a', ɡ: 'g', ı: 'l', ʟ: 'l', ʀ: 'r', ʏ: 'y', օ: 'o', ո: 'n' },
  ...{ i: 'l', 1: 'l', '|': 'l', 0: 'o' },
}

/** Two names with one look are taken for each other: of `Parley`, `Pаrley` with a Cyrillic а, `Ｐａｒｌｅｙ` and `ParIey`. */
export const lookOf = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((character) => !/[\p{M}\p{Cf}\s]/u.test(character))
    .map((character) => ALIKE[character] ?? character)
    .join('')
