import { describe, expect, test } from 'vitest'
import { ourRules } from '../../src/desk/ourRules.ts'
import { segment } from '../../src/segmentation/segment.ts'

const french = await ourRules('fr')

const NB = '\u00A0'
const NN = '\u202F'

/** Sentences by the phenomenon they are hard for; joined with a space they are the paragraph. */
const CASES: Record<string, readonly (readonly [name: string, ...sentences: string[]])[]> = {
  'ends of sentences': [
    ['two full stops', 'La réunion a eu lieu à Genève.', 'Elle a duré deux heures.'],
    ['a question and an exclamation', 'Qui a signé ?', 'Personne !', 'Et pourtant, le texte existe.'],
    ['a last sentence without its stop', 'Le texte est prêt.', 'Il ne reste plus qu’à le signer'],
    ['suspension points and a capital', 'Il hésita…', 'Puis il signa.'],
    ['three dots and a capital', 'Il hésita...', 'Puis il signa.'],
    ['suspension points in the middle', 'Il hésita… puis signa.'],
    ['doubled marks', 'Vraiment ?!', 'Oui !!!', 'Bien.'],
    ['spaced marks', `Est-ce fini${NN}?`, `Non${NN}!`, 'Pas encore.'],
    ['a semicolon and a colon do not end', 'Trois pays signent ; Deux refusent : La raison est connue.'],
    ['a number begins', 'Le bilan s’alourdit.', '25 soldats ont été blessés.'],
    ['a year ends', 'La guerre éclate en 1990.', 'Le cessez-le-feu suit en 1994.'],
    ['an accented capital begins', 'Il est tard.', 'À Bakou, la nuit tombe.', 'Être prêt ne suffit pas.'],
    ['a ligature begins', 'Voici le plan.', 'Œuvrer pour la paix reste le but.'],
    ['a mark of interrogation inside', 'La question « pourquoi ? » reste posée.'],
    ['an exclamation before small letters', 'Hélas ! tout est perdu.'],
    ['an era', 'La ville fut prise en 52 av. J.-C. par César.', 'Elle fut rendue plus tard.'],
    ['an era at the end', 'La ville fut prise en 52 av. J.-C.', 'César repartit.'],
    ['a percentage and a unit', 'La hausse atteint 12,5 %.', 'Le reste suit à 30 °C.', '14 jours passent.'],
    ['a short ordinal', 'Il est arrivé 1er.', 'Elle était 2e.'],
    ['the full name of a century', 'Au XIXe s. le canal est creusé.'],
  ],
  'quotation marks': [
    ['tight guillemets', '«La paix est proche.»', 'Le ministre l’a dit.'],
    ['guillemets with spaces', '« La paix est proche. »', 'Le ministre l’a dit.'],
    ['guillemets with no-break spaces', `«${NB}La paix est proche.${NB}»`, 'Le ministre l’a dit.'],
    ['guillemets with narrow spaces', `«${NN}La paix est proche${NN}!${NN}»`, 'Le ministre l’a dit.'],
    ['guillemets with two spaces', 'Il a parlé.', `«  La paix est proche.${NB} »`, 'Le ministre l’a dit.'],
    [
      'several sentences inside',
      '« La paix est proche.',
      'Elle viendra demain.',
      'Nous y croyons », a déclaré le ministre.',
    ],
    ['an incise behind a stop', '« La paix est proche. » a déclaré le ministre.'],
    ['an incise behind a comma inside', '«La paix est proche,» a déclaré le ministre.'],
    ['an incise behind a comma inside, then a name', '«La paix est proche,» Hajiyev a déclaré.'],
    ['an incise behind a question', '« Quand viendra la paix ? » demande-t-il.', 'Nul ne répond.'],
    ['opened with « and closed with "', '«La paix est proche.', 'Elle viendra demain," a-t-il ajouté.'],
    ['closed with a stop and "', '«La paix est proche."', 'Il l’a répété.'],
    ['closed with " and a stop', 'La paix serait « proche ».', 'Il l’a répété.', 'Elle serait "durable".', 'On verra.'],
    ['straight quotation marks', '"La paix est proche."', 'Il l’a répété.'],
    ['curly quotation marks', '“La paix est proche.”', 'Il l’a répété.'],
    ['a quotation begins the next sentence', 'Il a parlé.', '« La paix est proche », a-t-il dit.'],
    ['a straight quotation begins the next sentence', 'Il a parlé.', '"La paix est proche", a-t-il dit.'],
    ['behind a colon', 'Il a répondu : « La paix est proche. »', 'Puis il est parti.'],
    ['inside another', '« Il m’a dit : “Reste ici.” »', 'Elle est restée.'],
    ['never closed', '«La paix est proche.', 'Elle viendra demain.'],
    ['a title', 'Il lit « Guerre et Paix ».', 'Elle écoute.'],
    ['a note behind the quotation', 'Il l’a dit « hier »[12].', 'Elle l’a nié.[3]', 'On verra.'],
  ],
  brackets: [
    ['a cut on its own', '(...)'],
    ['a cut in a sentence', 'Le ministre (...) a rencontré son homologue.'],
    ['a cut before a capital', 'Le ministre […] Hasanov a rencontré son homologue.'],
    ['a cut with spaces', 'Le ministre ( … ) Hasanov a rencontré son homologue.'],
    ['a cut behind a sentence', 'Le ministre est reparti.', '(...)'],
    ['a doubt', 'Il affirme (!) Bakou reculera (?) Erevan aussi.'],
    ['a comment in a quotation', 'Il « a ouvert le feu [sur nos lignes] ».', 'Une enquête est ouverte.'],
    ['a sentence in brackets', 'Il est parti.', '(Personne ne l’a vu.)', 'On le cherche.'],
    ['a bracket at the end', 'L’Alliance le soutient (voir la carte).', 'Bakou aussi.'],
    ['an exclamation in a bracket', 'Il a signé (enfin !) le texte.'],
  ],
  titles: [
    ['M.', 'Le président a reçu M. Aliyev à Bakou.', 'M. Pachinian était absent.'],
    ['M. before an article', 'Il a reçu M. Le Drian et M. La Rochelle.'],
    ['M. at the end of a line', `Il a reçu M.${NB}Aliyev.`, 'Ils ont parlé.'],
    ['MM., Mme., Mlle., Me.', 'MM. Aliyev et Poutine, Mme. Merkel, Mlle. Roux et Me. Petit étaient là.'],
    ['Dr. and Pr.', 'Le Dr. Martin et le Pr. Durand opèrent.'],
    ['Mgr. and St.', 'Mgr. Lefort a béni St. Étienne.'],
    ['excellencies', 'S.E. Monsieur l’ambassadeur et S.M. Le Roi sont arrivés.'],
    ['excellencies with spaces', 'S. E. M. Aliyev est arrivé.'],
    ['ranks', 'Le gén. Hasanov, le col. Petit, le cap. Roux, le lt. Blanc, le cdt. Noir et l’adj. Gris ont signé.'],
    ['ranks with capitals', 'Le Gal. Hasanov, le Cdt. Noir et l’Amb. Gris ont signé.'],
    ['a rank before an article name', 'Le col. Le Goff et le gén. De Villiers ont signé.'],
    ['an ambassador', 'L’amb. Petit a remis ses lettres.'],
    ['words that look like ranks', 'Ils ont franchi le col.', 'Le général a ordonné la halte.'],
    ['words that look like ranks, before a pronoun', 'Ils ont doublé le cap.', 'Ils sont saufs.'],
  ],
  names: [
    ['initials', 'J. M. Dupont a signé avec J. Biden.', 'Tous ont applaudi.'],
    ['initials with hyphens', 'J.-M. Dupont et J.-L. Petit ont signé.'],
    ['initials without spaces', 'J.M. Dupont et J.R.R. Tolkien écrivent.'],
    ['initials before an article name', 'J. Le Goff et G. Des Forêts écrivent.'],
    ['a letter ends', 'Ils ont choisi le plan B.', 'Il est moins cher.'],
    ['a letter ends before an article', 'Les forces tiennent le point A.', 'Les renforts arrivent.'],
    ['an elided article begins', 'Les forces tiennent le point A.', 'L’artillerie suit.'],
    ['a short acronym', 'Les États-Unis (U.S. Army) et la S.A. Total participent.'],
    ['a long acronym ends', 'Il est né en U.R.S.S.', 'Moscou était sa ville.'],
    ['an acronym ends before a pronoun', 'Il travaille à l’O.N.U.', 'Il y est heureux.'],
    ['an acronym without stops', 'Il travaille à l’ONU.', 'Bakou le soutient.'],
  ],
  references: [
    ['articles of a code', 'Vu l’art. L. 121-1 et l’art. R. 421-5 du code.', 'La cour décide.'],
    ['articles and paragraphs', 'L’art. 5 al. 2 et les art. 6 et 7 s’appliquent.'],
    ['pages and volumes', 'Voir p. 12, pp. 13-15, vol. II, t. IV, chap. 3, fig. 4.', 'La carte suit.'],
    ['a page ends', 'Voir p. 12.', 'Le texte suit.'],
    ['numbers', 'Le décret n°. 12 et la résolution no. 884 sont cités.'],
    ['see', 'Le texte est clair (cf. Dupont, op. cit.).', 'La cour suit.'],
    ['for example', 'Certains pays, p. ex. Malte, refusent, c.-à-d. Chypre aussi.'],
    ['about', 'La ville compte env. 20 000 habitants.'],
    ['etc. in the middle', 'Les chars, drones, etc. ont été livrés.'],
    ['etc. at the end', 'Les chars, drones, etc.', 'Le reste suivra.'],
    ['months', 'Le 12 sept. 2020, puis le 10 nov. 2020, ils ont signé.'],
    ['telephone', 'Renseignements : tél. 01 23 45 67 89.', 'Bureaux ouverts.'],
    ['avenue and boulevard', 'Il habite 12 av. Foch, puis 5 bd. Voltaire.'],
  ],
  'dots that are not stops': [
    ['decimals', 'Le budget atteint 2.5 milliards et 1.200 hommes.', 'Il croît.'],
    ['URLs', 'Voir https://www.exemple.fr/a.b?c=D.E pour la suite.', 'Merci.'],
    ['an address at the end', 'Écrire à presse@exemple.gouv.fr.', 'Merci.'],
    ['a file', 'Le fichier Rapport.Final.pdf est joint.'],
    ['a time', 'Départ à 14.30.', 'Retour à 18.00.'],
    ['a numbered heading', '1. Contexte de la rencontre'],
    ['headings numbered otherwise', 'III. Les suites'],
    ['headings lettered', 'A. Le contexte'],
    ['a short address at the end', 'Voir http://t.co/A.B.', 'Merci.'],
    ['numbers of a list', 'Le plan a deux parties : 1. Le bilan.', '2. Les suites.'],
    ['a file extension', 'Les formats .docx et .txt sont lus.'],
  ],
  dashes: [
    ['a dialogue', '— Qui va là ?', '— Un ami.', '— Avance.'],
    ['a dialogue with a saying', '— Qui va là ? dit le garde.', 'Nul ne répond.'],
    ['an aside', 'La ville – qui l’eût cru ! – a tenu.'],
    ['a dash begins', 'La ville a tenu.', '– Elle tiendra encore.'],
  ],
}

const sentencesOf = (text: string) =>
  segment({ kind: 'paragraph', text, codes: [] }, french).map((sentence) => sentence.text)

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s', (_, ...sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
    expect(sentencesOf(sentences.join(NB))).toEqual(sentences)
  })
})

test('no space in front of the next quotation', () => {
  expect(sentencesOf('Il a parlé.«La paix est proche», a-t-il dit.')).toEqual([
    'Il a parlé.',
    '«La paix est proche», a-t-il dit.',
  ])
})

test('a note mark that lost its height', () => {
  expect(sentencesOf('Le texte est signé.1 Bakou s’en réjouit.')).toEqual([
    'Le texte est signé.1',
    'Bakou s’en réjouit.',
  ])
})
