import type { ConfirmationLink, Size, Transfer } from "@comity/domain/equity/schema";
import { type RefObject, useEffect, useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice, type Option } from "../../ui/Choice.tsx";
import { dayInWords, msOf } from "../../ui/clock.ts";
import { TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { useRefresh } from "./reading.ts";
import { sayPutRight } from "./takeBack.ts";
import styles from "./WhatItMeant.module.css";
import { sizeInWords, sizes } from "./words.ts";

interface WhatItMeantProps {
  /** A gift of mine about which only I have spoken. */
  readonly gift: Transfer;
  readonly name: string;
  /** How I would tell it to the one who got it; empty where that is not known. */
  readonly told: string;
  readonly onWritten: (entryId: string) => void;
}

type Way = "told" | "link";

/** A guess can be put right: by what they told me, or by what they answer to a private link. */
export const WhatItMeant = (props: WhatItMeantProps) => {
  const { name } = props;
  const [way, setWay] = useState<Way>();
  const toggle = (next: Way) => () => setWay(way === next ? undefined : next);
  return (
    <div className={styles.meant}>
      <p>{`What it meant is your guess. ${name} knows better.`}</p>
      <div className={styles.ways}>
        <Button small aria-expanded={way === "told"} onClick={toggle("told")}>
          They told me
        </Button>
        <Button small aria-expanded={way === "link"} onClick={toggle("link")}>
          Ask what it meant
        </Button>
      </div>
      {way === "told" && <Told {...props} />}
      {way === "link" && <AskByLink {...props} />}
    </div>
  );
};

type Meaning = Size | "none";

const meanings: ReadonlyArray<Option<Meaning>> = [
  ...sizes.map((size) => ({ value: size, label: sizeInWords[size] })),
  { value: "none", label: "nothing" },
];

/** What they told me, as one of the sizes. */
const Told = ({ gift, name, onWritten }: WhatItMeantProps) => {
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const [meaning, setMeaning] = useState<Meaning>();
  const { confirm, isSaving, trouble } = useConfirm(gift, onWritten);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (meaning !== undefined) void confirm(meaning);
      }}
    >
      <Choice
        legend={`It meant to ${name}`}
        tone="give"
        options={meanings}
        value={meaning}
        onChoose={setMeaning}
      />
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      <div>
        <Button small tone="give" type="submit" disabled={meaning === undefined || isSaving}>
          Write it down
        </Button>
      </div>
    </form>
  );
};

const useFirstField = (form: RefObject<HTMLFormElement | null>): void => {
  useEffect(() => form.current?.querySelector("input")?.focus(), [form]);
};

const useConfirm = (gift: Transfer, onWritten: (entryId: string) => void) => {
  const refresh = useRefresh();
  const [id] = useState(newId);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const confirm = async (meaning: Meaning): Promise<void> => {
    setSaving(true);
    setTrouble(undefined);
    try {
      const benefit = meaning === "none" ? 0 : meaning;
      const said = await workspace.entries.confirm(gift.id, { id, benefit });
      onWritten(said.id);
      await refresh(gift.partnerId);
      sayPutRight(gift, said, refresh);
    } catch (error) {
      setTrouble(troubleInWords(error));
      setSaving(false);
    }
  };
  return { confirm, isSaving, trouble };
};

const lineCharactersMax = 200;

/** A private link about this gift alone. */
const AskByLink = ({ gift, name, told }: WhatItMeantProps) => {
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const [line, setLine] = useState(told);
  const [link, setLink] = useState<ConfirmationLink>();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const what = line.trim();
  const make = async (): Promise<void> => {
    setSaving(true);
    setTrouble(undefined);
    try {
      setLink(await workspace.confirmations.link(gift.id, { what }));
    } catch (error) {
      setTrouble(troubleInWords(error));
    }
    setSaving(false);
  };
  if (link !== undefined) return <MadeLink link={link} what={what} name={name} />;
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (what !== "") void make();
      }}
    >
      <TextField
        label={`What ${name} will read`}
        hint={`Only this line, with the question what it meant. None of your notes or sizes.`}
        placeholder="I introduced you to someone"
        maxLength={lineCharactersMax}
        value={line}
        onText={setLine}
      />
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      <div>
        <Button small tone="give" type="submit" disabled={what === "" || isSaving}>
          Make the link
        </Button>
      </div>
    </form>
  );
};

interface MadeLinkProps {
  readonly link: ConfirmationLink;
  readonly what: string;
  readonly name: string;
}

const isLocal = (): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(globalThis.location.hostname);

/** The link is shown once: only its trace is kept. */
const MadeLink = ({ link, what, name }: MadeLinkProps) => {
  const address = `${globalThis.location.origin}${link.path}`;
  const field = useRef<HTMLInputElement>(null);
  const first = useFirstFocus<HTMLButtonElement>();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Copied");
    } catch {
      field.current?.select();
      setSaid("It is selected: copy it with Ctrl+C.");
    }
  };
  return (
    <div className={styles.form}>
      <div className={styles.link}>
        <TextField
          label={`The link for ${name}`}
          readOnly
          ref={field}
          value={address}
          onText={() => undefined}
          onFocus={(event) => event.target.select()}
        />
        <Button tone="give" ref={first} onClick={() => void copy()}>
          {said === "Copied" ? said : "Copy"}
        </Button>
      </div>
      <output className={said === "Copied" ? styles.heard : styles.said}>{said}</output>
      <ul className={styles.terms}>
        <li>{`${name} sees only “${what}”.`}</li>
        <li>{`It can be answered once, within 30 days: until ${dayInWords(msOf(link.expiresAt))}.`}</li>
        <li>
          {isLocal()
            ? `${name} has to be able to reach this address; as it stands, only this computer can.`
            : `${name} has to be able to reach this address.`}
        </li>
        <li>It is shown here only now. A new one takes its place.</li>
      </ul>
    </div>
  );
};
