import { describe, expect, test } from 'vitest'
import type { PartOfSpeech } from '../../glossary/concept.ts'
import { recognise } from '../../glossary/recognise.ts'
import { DAY, termbaseWith } from './concepts.ts'

type Row = [term: string, partOfSpeech: PartOfSpeech | undefined, forms: string, others: string]

/** Whether a text that is one form is recognised whole as the term. */
const recognised = (language: 'fr' | 'en', text: string, partOfSpeech: PartOfSpeech | undefined, form: string) => {
  const termbase = termbaseWith(language, text, partOfSpeech ? { partOfSpeech } : {})
  const sides = { fr: 'source', en: 'target' } as const
  return recognise(termbase, sides[language], form, DAY).some(({ text }) => text === form)
}

const lists = (rows: readonly Row[]) =>
  rows.map(([term, partOfSpeech, forms, others]) => ({
    term,
    partOfSpeech,
    forms: forms.split(', '),
    others: others.split(', ').filter((form) => form !== ''),
  }))

const FRENCH: Row[] = [
  ['arme', 'noun', 'arme, armes', 'armée, armées, armé, armer'],
  ['armée', 'noun', 'armée, armées', 'arme, armes, armé'],
  ['état', 'noun', 'état, états, État', 'étage, étape, étatique, étau'],
  ['commandement', 'noun', 'commandement, commandements', 'commandant, commande, commander'],
  ['commandant', 'noun', 'commandant, commandants, commandante', 'commandement, commande'],
  ['général', undefined, 'général, généraux, générale, générales', 'généralement, génération'],
  ['général', 'noun', 'général, généraux', 'générale, générer'],
  ['travail', 'noun', 'travail, travaux', 'travailleur, travaille'],
  ['travaux', 'noun', 'travail, travaux', 'traval'],
  ['canal', 'noun', 'canal, canaux', 'canot'],
  ['bateau', 'noun', 'bateau, bateaux', 'bat'],
  ['feu', 'noun', 'feu, feux', 'feue, fe'],
  ['œil', 'noun', 'œil, yeux, oeil', 'œillet'],
  ['festival', 'noun', 'festival, festivals', 'festif'],
  ['cours', 'noun', 'cours', 'cour, course, courses'],
  ['cour', 'noun', 'cour, cours', 'course'],
  ['fonds', 'noun', 'fonds', 'fond, fonde'],
  ['pays', 'noun', 'pays', 'paye'],
  ['parti', 'noun', 'parti, partis', 'partie, parties, partir'],
  ['port', 'noun', 'port, ports', 'porte, portes'],
  ['point', 'noun', 'point, points', 'pointe'],
  ['char', 'noun', 'char, chars', 'charge, chariot'],
  ['traité', 'noun', 'traité, traités', 'traitée, traite, traiter'],
  ['négociateur', 'noun', 'négociateur, négociateurs, négociatrice, négociatrices', 'négociation, négocie'],
  ['conseiller', 'noun', 'conseiller, conseillers, conseillère, conseillères', 'conseil, conseillons'],
  ['gardien', 'noun', 'gardien, gardiens, gardienne', 'garde'],
  ['député', 'noun', 'député, députée, députées', 'députation'],
  ['national', 'adjective', 'national, nationaux, nationale, nationales', 'nation, nationalité'],
  ['offensif', 'adjective', 'offensif, offensifs, offensive, offensives', 'offense'],
  ['religieux', 'adjective', 'religieux, religieuse, religieuses', 'religion'],
  ['turc', 'adjective', 'turc, turcs, turque, turques', 'turquie'],
  ['azerbaïdjanais', 'adjective', 'azerbaïdjanais, azerbaïdjanaise, azerbaïdjanaises', 'azerbaïdjan'],
  ['ancien', 'adjective', 'ancien, anciens, ancienne, anciennes', 'ancienneté'],
  ['armé', 'adjective', 'armé, armés, armée, armées', 'arme, armement'],
  ['déployer', 'verb', 'déployer, déploie, déployons, déployé, déployées, déploiera, déployaient', 'déploiement'],
  ['annoncer', 'verb', 'annonce, annonçons, annonçait, annoncée', 'annonciation'],
  ['reconnaître', 'verb', 'reconnaît, reconnaissent, reconnu, reconnût, reconnûmes, reconnaîtra', 'reconnaissance'],
  ['naître', 'verb', 'naît, naissent, née, naquit, naîtra', 'naissance'],
  ['dissoudre', 'verb', 'dissous, dissoute, dissoutes, dissolvent, dissolve, dissoudra', 'dissolution, dissolue'],
  ['résoudre', 'verb', 'résolu, résolues, résolut, résolvait', 'résolution'],
  ['fuir', 'verb', 'fuit, fuient, fuyant, fui, fuira', 'fuite'],
  ['acquérir', 'verb', 'acquiert, acquièrent, acquis, acquise, acquerra', 'acquisition'],
  ['recueillir', 'verb', 'recueille, recueilli, recueillera', 'recueil, recueillement'],
  ['élire', 'verb', 'élit, élisent, élue, élurent, élira', 'électeur, élite'],
  ['interdire', 'verb', 'interdit, interdisent, interdite, interdira', 'interdiction'],
  ['inscrire', 'verb', 'inscrit, inscrivent, inscrite, inscrivit', 'inscription'],
  ['vaincre', 'verb', 'vainc, vainquent, vaincue, vainquit', 'vainqueur'],
  ['secourir', 'verb', 'secourt, secourent, secourue, secourra', 'secouriste'],
  ['survivre', 'verb', 'survit, survivent, survécu, survécurent', 'survie, survivance'],
  ['revoir', 'verb', 'revoit, revu, revues, reverra', 'revue-presse'],
  ['prévoir', 'verb', 'prévoit, prévoient, prévoyait, prévue, prévoira', 'prévision, prévoyance'],
  ['promouvoir', 'verb', 'promeut, promeuvent, promu, promue', 'promotion'],
  ['répartir', 'verb', 'répartit, répartissent, réparti', 'répartition, répartent'],
  ['partir', 'verb', 'part, partent, partie, partit', 'partition'],
  ['exclure', 'verb', 'exclut, exclue, exclurait', 'exclusion'],
  ['inclure', 'verb', 'inclut, inclus, incluse', 'inclusion'],
  ['envoyer', 'verb', 'envoie, envoyé, enverra', 'envoi'],
  ['construire', 'verb', 'construit, construisent, construisit', 'construction'],
  ['plaire', 'verb', 'plaît, plaisent, plut', 'plaisir'],
  ['nouveau', 'adjective', 'nouveau, nouvel, nouvelle, nouveaux', 'nouveauté'],
  ['fou', 'adjective', 'fou, fol, folle, fous', 'foule'],
  ['bref', 'adjective', 'bref, brève, brèves', 'brevet'],
  ['aigu', 'adjective', 'aigu, aiguë, aigüe, aigus', 'aiguille'],
  ['naval', 'adjective', 'naval, navale, navals', 'naviguer'],
  ['bal', 'noun', 'bal, bals', 'balle'],
  ['idéal', 'adjective', 'idéal, idéale, idéaux, idéals', 'idée'],
  ['frais', 'adjective', 'frais, fraîche, fraiche', 'fraise'],
  ['banal', 'adjective', 'banal, banale, banals', 'banalité'],
  ['métis', 'noun', 'métis', 'métissage'],
  ['époux', 'noun', 'époux, épouse, épouses', 'épouser'],
  ['maître', 'noun', 'maître, maîtresse, maîtres', 'maîtrise'],
  ['turc', 'noun', 'turc, turque, turques', 'turquie'],
  ['pêcheur', 'noun', 'pêcheur, pêcheuse', 'pécheresse, pêche'],
  ['aïeul', 'noun', 'aïeul, aïeux', 'ailleurs'],
  ['madame', 'noun', 'madame, mesdames', 'dame'],
  ['gentilhomme', 'noun', 'gentilhomme, gentilshommes', 'homme'],
  ['œil-de-bœuf', 'noun', 'œil-de-bœuf, œils-de-bœuf', 'bœuf'],
  ['haïr', 'verb', 'hait, haïssait, haï', 'haine'],
  ['coudre', 'verb', 'coud, cousait, cousue', 'coude'],
  ['déchoir', 'verb', 'déchu, déchue, déchoit', 'déchet'],
  ['ambassadeur', 'noun', 'ambassadeur, ambassadrice, ambassadrices', 'ambassade'],
  ['procureur', 'noun', 'procureur, procureure, procureures', 'procuration'],
  ['préfet', 'noun', 'préfet, préfète, préfètes', 'préfecture'],
  ['rapporteur', 'noun', 'rapporteur, rapporteure, rapporteuse', 'rapport'],
  ['lever', 'verb', 'lève, lèveront, levons, levé', 'levier'],
  ['saisir', 'verb', 'saisit, saisissent, saisi, saisies', 'saisine'],
  ['défendre', 'verb', 'défend, défendent, défendu, défendrait', 'défense'],
  ['retenir', 'verb', 'retient, retenu, retiendra, retint', 'retenue-là'],
  ['ouvrir le feu', 'verb', 'ouvrent le feu, ouvert le feu, ouvrira le feu', 'ouverture le feu'],
  ['forces spéciales', 'noun', 'forces spéciales, force spéciale, Forces Spéciales', 'forces spécialement'],
  ['force spéciale', 'noun', 'forces spéciales', 'forcée spéciale'],
  ['état-major', 'noun', 'états-majors, état major, états\u2011majors', 'état-majorité'],
  ['chef d’état-major', 'noun', "chefs d'état-major, chefs d’états-majors, cheffe d’état-major", 'chef de état-major'],
  ['attaché militaire', 'noun', 'attachés militaires, attachée militaire', 'attache militaire'],
  ['casque bleu', 'noun', 'casques bleus', 'casques bleues-là'],
  [
    'secrétaire général adjoint',
    'noun',
    'secrétaires généraux adjoints, secrétaire générale adjointe',
    'secrétaire généralement',
  ],
]

const ENGLISH: Row[] = [
  ['army', 'noun', 'army, armies', 'arm, arms, armed'],
  ['arms', 'noun', 'arms', 'arm, army'],
  ['headquarters', 'noun', 'headquarters', 'headquarter-like'],
  ['prisoner of war', 'noun', 'prisoners of war, prisoner-of-war', 'prisoner of warning'],
  ['chief of staff', 'noun', 'chiefs of staff', 'chief of the staff'],
  ['military attaché', 'noun', 'military attachés, military attache, military attaches', 'military attachment'],
  ['attaché', 'noun', 'attache, attachés', 'attached, attach'],
  ['serviceman', 'noun', 'servicemen', 'servicewoman'],
  ['person', 'noun', 'people, persons', 'personnel, personal'],
  ['knife', 'noun', 'knives', 'knifed'],
  ['crisis', 'noun', 'crises', 'critic'],
  ['ship', 'noun', 'ships', 'shipping'],
  ['memorandum', 'noun', 'memoranda, memorandums', 'memory'],
  ['embargo', 'noun', 'embargoes, embargos', 'embark'],
  ['commando', 'noun', 'commandos, commandoes', 'command, commander'],
  ['oligarch', 'noun', 'oligarchs', 'oligarchy'],
  ['gas', 'noun', 'gases', 'ga'],
  ['special forces', 'noun', 'special-forces, Special Forces, special force', 'specialist forces'],
  ['co-chair', 'noun', 'co-chairs, co chair', 'cochair, cochairs, chair'],
  ['news', 'noun', 'news', 'new'],
  ['base', 'noun', 'base, bases', 'basis, based'],
  ['basis', 'noun', 'basis, bases', 'base'],
  ['deploy', 'verb', 'deploy, deploys, deployed, deploying', 'deployment'],
  ['jam', 'verb', 'jams, jammed, jamming', 'jamb'],
  ['withdraw', 'verb', 'withdrew, withdrawn, withdrawing', 'withdrawal'],
  ['beat', 'verb', 'beats, beaten, beating', 'beated'],
  ['traffic', 'verb', 'trafficked, trafficking', 'traffices'],
  ['deny', 'verb', 'denies, denied, denying', 'denial'],
  ['cease', 'verb', 'ceases, ceased, ceasing', 'ceasefire'],
  ['peacefully settle', 'verb', 'peacefully settled', 'peaceful settlement'],
  ['fell in battle', 'verb', 'fall in battle, fallen in battle', 'fells in battle-dress'],
  ['overfly', 'verb', 'overflew, overflown', 'overflyed'],
  ['mislead', 'verb', 'misled, misleading', 'misleaded'],
  ['understand', 'verb', 'understood', 'understanded'],
  ['relay', 'verb', 'relays, relayed', 'relaid'],
  ['wound', 'verb', 'wounded, wounding', 'winded'],
  ['wind', 'verb', 'wound, winding', 'winded'],
  ['refuel', 'verb', 'refuelled, refueled, refuelling', 'fuel'],
  ['burn', 'verb', 'burnt, burned', 'born'],
  ['sink', 'verb', 'sank, sunk', 'sinked'],
  ['forecast', 'verb', 'forecast, forecasted', 'forecastle'],
  ['NGO', 'noun', 'NGO, NGOs', 'ngo, Ngo'],
]

describe.each(lists(FRENCH))('French $term ($partOfSpeech)', ({ term, partOfSpeech, forms, others }) => {
  test.each(forms)('%s is a form of it', (form) => {
    expect(recognised('fr', term, partOfSpeech, form)).toBe(true)
  })
  test.each(others)('%s is not', (form) => {
    expect(recognised('fr', term, partOfSpeech, form)).toBe(false)
  })
})

describe.each(lists(ENGLISH))('English $term ($partOfSpeech)', ({ term, partOfSpeech, forms, others }) => {
  test.each(forms)('%s is a form of it', (form) => {
    expect(recognised('en', term, partOfSpeech, form)).toBe(true)
  })
  test.each(others)('%s is not', (form) => {
    expect(recognised('en', term, partOfSpeech, form)).toBe(false)
  })
})
