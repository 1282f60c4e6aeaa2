import { wordSet } from './endings.ts'
import { conjugated } from './frenchVerbs.ts'
import type { Phrases } from './grammar.ts'
import type { Word } from './words.ts'

const PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['de', 'de'],
  ["d'", 'de'],
  ['du', 'de le'],
  ['des', 'de le'],
  ['à', 'à'],
  ['au', 'à le'],
  ['aux', 'à le'],
  ['en', 'en'],
])
const ARTICLES: ReadonlyMap<string, string> = new Map(['le', 'la', "l'", 'les'].map((article) => [article, 'le']))

const FUNCTION_WORDS =
  wordSet(`abord afin ailleurs ainsi alors après assez aujourd'hui auparavant auprès aussi aussitôt autant autour
  autrefois avant beaucoup bien bientôt bref ça car ceci cela celle celles celui cependant certes ceux chacun chacune
  ci combien comme comment davantage debout dedans dehors déjà delà demain depuis derrière dès désormais dessous
  dessus devant donc dont durant elle elles encore enfin ensuite envers environ etc eux excepté face guère hélas hier
  ici il ils j' jadis jamais je jusque là laquelle lequel lesquelles lesquels loin longtemps lors lorsqu' lorsque lui
  m' maintenant mais mal malgré me merci mieux moi moins n' naguère ne néanmoins ni non nôtre nôtres nous nul on or
  oui outre parce parfois parmi partout pas pendant peu pis plus plutôt pourquoi pourtant près presqu' presque puis
  puisqu' puisque quand quant quelqu'un quiconque quoi quoiqu' quoique rien sauf selon seul seule seules seuls si
  sinon sitôt soi souvent suivant surtout t' tandis tant tantôt tard te tel telle telles tels toi tôt toujours
  toutefois travers très trop tu va versus via vis vite voici voilà voire volontiers vôtre vous vu`)

const TITLES = wordSet('dr m mgr mlle mm mme mmes pr st ste')

/** Numbers, and the units of time and of measure that they count. */
const NUMBERS =
  wordSet(`an année années ans août automne avril cent centaine centaines cents cinq cinquante cm décembre deux
  deuxième dimanche dix dizaine dizaines dollar dollars douzaine douze euro euros février heure heures hiver huit
  janvier jeudi jours juillet juin kg kilomètre kilomètres km lendemain lundi mai mardi mars matin mercredi mètre
  mètres mg midi mille milliard milliards millier milliers million millions minute minutes ml mois moitié neuf
  novembre nuit octobre onze printemps quarante quart quatorze quatre quatrième quinze samedi seize semaine semaines
  sept septembre siècle siècles six soir soirée soixante tonne tonnes treize trente trois troisième vendredi vingt
  vingtaine vingts zéro`)

/** Adjectives that say which one, how many or how good, and are no part of a term. */
const VAGUE_ADJECTIVES =
  wordSet(`actuel actuelle actuelles actuels ancien ancienne anciennes anciens autre autres cher chère chers clair
  claire dernier dernière dernières derniers différent différente différentes différents divers diverses énorme
  éventuel éventuelle éventuelles éventuels futur future gros grosse important importante importantes importants large
  larges long longs longue longues majeur majeure meilleur meilleure meilleures meilleurs même mêmes moindre multiples
  nécessaire nécessaires nombreuses nombreux nouveau nouveaux nouvel nouvelle nouvelles particulier particulière passé
  passée petit petite petites petits possible possibles précédent précédente présent présente présentes présents
  principal principale principales principaux prochain prochaine prochaines prochains propre propres récent récente
  récentes récents second seconde simple supplémentaire supplémentaires total totale utile véritable véritables
  vieille vieux vrai vraie`)

/** Nouns that belong to a preposition (au sein de), to an adverb (à la fois) or to what they count (une série de). */
const VAGUE_NOUNS =
  wordSet(`biais but cadre cas cause chose choses compte côté côtés cours début dépit détriment durée égard encontre
  ensemble exception façon faveur fin fois fond grâce instar insu intention issue lieu majorité manière milieu moment
  moyen nombre occasion part partir plupart profit propos raison rapport reste rythme sein sens série sorte sortes
  suite sujet terme totalité type types vertu vue`)

/** Auxiliaries, and verbs that tell what people say and do and what happens. */
const VERBS = wordSet(`accepter accorder accueillir accuser adopter affirmer agir aimer ajouter aller améliorer annoncer
  apparaître appartenir appeler appliquer apporter apprendre arriver assister assurer atteindre attendre avertir avoir
  bénéficier chercher choisir citer comporter comprendre compter concerner conclure conduire confier confirmer
  connaître consacrer conserver considérer consister constituer contenir continuer contribuer convenir correspondre
  craindre croire débuter décider déclarer découler découvrir décrire demander demeurer dépendre déplorer dérouler
  désigner devenir devoir dire disposer donner durer échapper écrire effectuer empêcher enregistrer entendre
  entretenir envisager espérer essayer estimer établir être éviter évoquer exercer exiger exister expliquer exprimer
  faire favoriser figurer finir fournir garantir impliquer importer imposer inclure indiquer inscrire insister
  intervenir inviter jouer justifier laisser lancer maintenir mener mentionner mettre montrer mourir naître nommer
  noter observer obtenir occuper offrir organiser oublier ouvrir paraître parler participer parvenir penser permettre
  porter poser posséder poursuivre pouvoir préciser prendre préparer présenter prétendre prévaloir prévenir prévoir
  produire promettre proposer provenir provoquer publier qualifier quitter rappeler rapporter réaliser recevoir
  réclamer recommander reconnaître réduire refuser regretter rejoindre relever remercier remettre remplir remporter
  rencontrer rendre renforcer répondre reposer reprendre représenter résoudre rester résulter retenir retirer
  retrouver réunir réussir révéler revenir risquer saluer satisfaire savoir sembler servir signer signifier situer
  souffrir souhaiter souligner soumettre soutenir subir suffire suggérer suivre survenir susciter témoigner tendre
  tenir tenter terminer tirer traduire transmettre travailler trouver utiliser valoir venir vérifier viser vivre voir
  vouloir`)

/** Forms of these verbs that are nouns as well, or adjectives of terms. */
const NOMINAL =
  wordSet(`accusé accusée accusées accusés annonce annonces appelé appelés arrivée arrivées assistant assisté assistée
  atteinte atteintes cité cités comptes conduite conduites conserve conserves crainte craintes découverte découvertes
  demande demandes devoir donnée données écrit écrits faits figure figures garantie garanties intervenant lance mise
  mises montre montres mort morte mortes morts note notes occupant occupé occupée occupées occupés offre offres ouvert
  ouverte participant pensée pensées permis porte portée portes pose pouvoir prévenu prévenus prise prises produit
  produits qualifié qualifiée qualifiées qualifiés remise remises rencontre rencontres représentant reprise reprises
  retenue retenues revenu revenus risque risques signe signes soutiens suivi tente tentes tenue tenues venue vins visa
  visas vivant voie voies`)

/** Words in -ions are nouns: missions, pensions. */
const VERB_FORMS: ReadonlySet<string> = new Set(
  [...VERBS]
    .flatMap((verb) => [verb, ...conjugated(verb)])
    .filter((form) => !NOMINAL.has(form) && !form.endsWith('ions')),
)

/** Endings that only verbs have. */
const FINITE = /(?:aient|èrent|eront|erait|irait|iront|issent|issait)$/u
const INFINITIVE = /(?:[^iy]|fi|oy)er$|(?:evoir|uire|ttre|[aeo]ndre|aître)$/u
const NOT_INFINITIVE =
  wordSet(`amer berger boucher bulldozer bunker cancer cendre cher clocher conseiller container danger déjeuner devoir
  dîner enfer étranger fer foyer gangster hacker hiver laser leader léger lettre loyer maître manager master mer
  messager passager plancher potager reporter rocher super tanker tender thriller`)

const ADJECTIVES =
  /(?:aux|ale?s?|els?|elles?|iques?|aires?|eux|euses?|ifs?|ives?|enne?s?|aine?s?|aise?s?|oise?s?|[ai]bles?|ée?s?)$/u

/** Adverbs by what stands before their -ment, and those that look like déplacement and sentiment. */
const ADVERB = /(?:[ae]mm|[^l]ém|alem|ellem|ivem|iquem|eusem|airem|èrem|[aiu]blem|[cè]tem|[hi]atem|ainem|êmem)ent$/u
const ADVERBS =
  wordSet(`absolument aucunement autrement clandestinement difficilement diversement dûment étroitement facilement
  fermement fortement franchement grandement gravement inversement justement largement lentement librement longuement
  lourdement manifestement nettement parfaitement pleinement purement rapidement rarement seulement simplement
  subitement uniment utilement vraiment`)
const NOT_ADVERBS = wordSet('agrément entrainement morcellement nivellement renouvellement')

/** The phrases of French. `closed` are the articles, prepositions and pronouns that its grammar knows already. */
export function frenchPhrases(closed: ReadonlySet<string>): Phrases {
  const others: ReadonlySet<string> = new Set([
    ...closed,
    ...FUNCTION_WORDS,
    ...TITLES,
    ...NUMBERS,
    ...VAGUE_ADJECTIVES,
    ...VAGUE_NOUNS,
    ...VERB_FORMS,
  ])
  const isOther = ({ form, key }: Word) => others.has(key) || isAdverb(key) || (isVerb(key) && !/^\p{Lu}/u.test(form))

  return {
    links: new Map([...PREPOSITIONS, ...ARTICLES]),
    adjectives: ADJECTIVES,
    roleOf(word) {
      if (PREPOSITIONS.has(word.key)) return 'preposition'
      if (ARTICLES.has(word.key)) return 'article'
      return isOther(word) ? 'other' : 'content'
    },
  }
}

const isVerb = (key: string) => FINITE.test(key) || (INFINITIVE.test(key) && !NOT_INFINITIVE.has(key))
const isAdverb = (key: string) => ADVERBS.has(key) || (ADVERB.test(key) && !NOT_ADVERBS.has(key))
