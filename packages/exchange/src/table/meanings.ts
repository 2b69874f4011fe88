/** What columns are called, in English, German, French and Spanish. */
import type { ColumnMeaning } from "@comity/domain/partner/schema";

/** Without accents, case and signs, as `plainName` leaves them. */
const names: Readonly<Record<ColumnMeaning, string>> = {
  name:
    "name|full name|fullname|display name|contact|contact name|person|person name|partner|who|" +
    "vollstandiger name|kontakt|kontaktname|ansprechpartner|ansprechperson|wer|anzeigename|" +
    "nom complet|nom et prenom|prenom et nom|interlocuteur|nom du contact|" +
    "nombre completo|nombre y apellidos|contacto|nombre del contacto",
  "first-name":
    "first name|firstname|first|given name|forename|vorname|rufname|prenom|nombre|nombre de pila",
  "last-name":
    "last name|lastname|last|surname|family name|nachname|familienname|zuname|" +
    "nom|nom de famille|apellido|apellidos",
  organisation:
    "organisation|organization|company|company name|organisation name|organization name|account|" +
    "account name|employer|business|firm|org|firma|firmenname|unternehmen|arbeitgeber|verein|" +
    "societe|entreprise|employeur|raison sociale|organisme|" +
    "empresa|organizacion|compania|sociedad|empleador|nombre de la empresa",
  role:
    "role|title|job title|position|job|function|occupation|" +
    "rolle|funktion|stelle|beruf|jobtitel|berufsbezeichnung|tatigkeit|" +
    "poste|fonction|titre|metier|profession|cargo|puesto|funcion|profesion|rol",
  email:
    "email|e mail|mail|email address|e mail address|mail address|work email|personal email|" +
    "primary email|business email|emails|e mails|person email|person email work|" +
    "email adresse|e mail adresse|mailadresse|" +
    "courriel|adresse de messagerie|adresse email|adresse e mail|adresse mail|adresse electronique|mel|" +
    "correo|correo electronico|direccion de correo|direccion de correo electronico",
  phone:
    "phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|" +
    "work phone|home phone|business phone|phones|person phone|" +
    "telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|mobilnummer|natel|rufnummer|" +
    "telefon geschaftlich|telefon privat|telefon firma|" +
    "telephone portable|portable|numero de telephone|tel portable|" +
    "telephone bureau|telephone domicile|tel mobile|" +
    "telefono|telefono del trabajo|telefono particular|movil|celular|numero de telefono|telefono movil",
  link:
    "link|links|url|website|web site|web|web page|homepage|linkedin|linkedin url|linkedin profile|" +
    "profile url|linkedin link|twitter|webseite|internetseite|internet|linkedin profil|" +
    "site|site web|site internet|lien|liens|profil linkedin|sitio web|pagina web|enlace|enlaces|" +
    "perfil de linkedin",
  tags:
    "tags|tag|labels|label|category|categories|group|groups|keywords|" +
    "schlagworte|schlagworter|stichworte|kategorie|kategorien|gruppe|gruppen|" +
    "etiquette|etiquettes|categorie|groupe|groupes|mots cles|" +
    "etiqueta|etiquetas|categoria|categorias|grupo|grupos",
  notes:
    "notes|note|comment|comments|remark|remarks|description|about|" +
    "notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|" +
    "remarque|remarques|commentaire|commentaires|observations|" +
    "nota|notas|comentario|comentarios|observaciones",
  contacts:
    "contacts|contact log|contact history|history|log|interactions|meetings|meeting notes|" +
    "conversations|touchpoints|activity|activities|last contact|last contacted|last interaction|" +
    "last met|last activity|last spoke|kontakte|kontaktverlauf|verlauf|historie|gesprache|treffen|" +
    "letzter kontakt|zuletzt gesprochen|historique|echanges|rencontres|dernier contact|" +
    "dernier echange|historial|contactos|reuniones|ultimo contacto",
  "known-since":
    "known since|since|met on|met|first met|connected on|connected|date met|date added|added|" +
    "added on|created|created at|created on|create date|" +
    "bekannt seit|kennengelernt|kennengelernt am|seit|erstellt|erstellt am|hinzugefugt am|" +
    "connu depuis|depuis|rencontre le|date de rencontre|cree le|date de creation|" +
    "conocido desde|desde|conocido el|fecha de creacion|creado",
};

/** No name of a column is longer, and text in which to look for one can be. */
const nameCharactersMax = 60;

const meanings: ReadonlyMap<string, ColumnMeaning> = new Map(
  Object.entries(names).flatMap(([meaning, joined]) =>
    joined.split("|").map((name) => [name, meaning as ColumnMeaning] as const),
  ),
);

/** What a column of this name holds, as far as the name says it. `E-mail 2` is an `E-mail`, too. */
export const meaningOfName = (name: string): ColumnMeaning | undefined => {
  if (name.length > nameCharactersMax) return undefined;
  const plain = plainName(name);
  return meanings.get(plain) ?? meanings.get(plain.replace(/ ?\d+$/, ""));
};

/** Days of other things than getting to know somebody. */
export const isOtherDay = (name: string): boolean =>
  /birth|geburt|naiss|nacim|cumple|anniv|due|deadline|fallig|next|nachst|prochain|proxim|ende?\b|fin\b|updated|modified/.test(
    plainName(name),
  );

const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
