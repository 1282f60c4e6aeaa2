import { wordSet } from './endings.ts'

/** Infinitives by their ending. Whatever ends in -ier, -oir or -aire may as well be a noun, and is known one by one. */
const ENDING =
  /.{3}(?<!i)er$|.{3}fier$|.{3}(?<!o)ir$|(?:[aeo]n|[eo]r)dre$|(?:[ao]i|ei)ndre$|(?:b|m)[ae]ttre$|(?:cr|[dl]|r|[cdlnrt]u)ire$|[aoe]ître$|cevoir$|soudre$|clure$|vaincre$|(?:suivre|vivre)$/u

const VERBS =
  wordSet(`allier apprécier approprier associer bénéficier charrier concilier congédier contrarier copier crier dédier
  dévier différencier dissocier envier épier étudier expédier expier exproprier gracier incendier initier licencier lier
  manier marier mendier multiplier négocier nier oublier parier plier prier privilégier publier rallier réconcilier
  recopier réfugier relier remédier remercier renégocier renier répudier supplier trier varier
  asseoir avoir émouvoir entrevoir être faire falloir mouvoir plaire pourvoir prévoir promouvoir revoir satisfaire soustraire
  suffire surseoir taire traire valoir voir`)

const NOUNS =
  wordSet(`altimètre amer archer avenir baiser berger blazer boucher boulanger boxer broker bûcher bulldozer bunker cancer
  cendre charter cher clocher cluster cocher conseiller container coucher cuir cutter danger dealer déjeuner désir devoir dîner
  docker écuyer élixir enfer esclandre étranger foyer freezer gangster gaucher gendre geyser goûter hacker hangar hiver
  horloger joker laser leader léger lever loisir loyer malandre manager martyr master méandre ménager menhir messager métayer
  moindre mixer nadir noyer ordre oreiller parler passager plaisir plancher poker porcher poster potager poudre quaker
  quincailler ranger reporter repentir revolver rocher saphir scooter serveur skipper sniper sommer souper soupir sourire souvenir
  speaker steamer super supporter tanker tendre thriller toaster toucher trader trailer transfer usager vacher verger vizir
  voucher`)

/** Whether a French term is a verb, as its form alone tells: its first word, s’ and se apart, is an infinitive. */
export function isInfinitive(text: string): boolean {
  const [first = ''] = text
    .toLowerCase()
    .replace(/^(?:se\s|s['’])/u, '')
    .split(/[\s'’]/u)
  return VERBS.has(first) || (ENDING.test(first) && !NOUNS.has(first) && !/-/u.test(first))
}
