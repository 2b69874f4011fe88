/** Contacts as the page reads and writes them. They can be refused by no rule, so they show at once. */
import type { Page } from "@comity/client";
import type { Plain } from "@comity/domain/input/plain";
import type { Contact } from "@comity/domain/contact/schema";
import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";

export const contactsKey = (partnerId: string) => [...keys.partner(partnerId), "contacts"] as const;

const contactsPerPage = 50;

export const useContacts = (partnerId: string) =>
  useInfiniteQuery({
    queryKey: contactsKey(partnerId),
    queryFn: ({ pageParam, signal }) =>
      workspace.contacts.list(
        partnerId,
        { limit: contactsPerPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

type Listed = InfiniteData<Page<Contact>, string | null>;

const changeListed = (
  client: QueryClient,
  partnerId: string,
  change: (contacts: ReadonlyArray<Contact>) => ReadonlyArray<Contact>,
): void =>
  void client.setQueryData<Listed>(contactsKey(partnerId), (listed) =>
    listed === undefined
      ? listed
      : {
          ...listed,
          pages: listed.pages.map((page, index) =>
            // What is added belongs to one page; what is taken out may stand on any.
            ({ ...page, data: index === 0 ? change(page.data) : page.data.filter(isIn(change)) }),
          ),
        },
  );

const isIn =
  (change: (contacts: ReadonlyArray<Contact>) => ReadonlyArray<Contact>) =>
  (contact: Contact): boolean =>
    change([contact]).includes(contact);

const newestFirst = (a: Contact, b: Contact): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

const refresh = async (client: QueryClient, partnerId: string): Promise<void> => {
  for (const queryKey of [keys.moves, ["today"]]) void client.invalidateQueries({ queryKey });
  await client.invalidateQueries({ queryKey: keys.partner(partnerId) });
};

const draftOf = ({
  id,
  partnerId,
  at,
  means,
  by,
  note,
}: Contact): Plain<Omit<Contact, "recordedAt">> => ({
  id,
  partnerId,
  at,
  means,
  by,
  note,
});

interface Told {
  readonly label: string;
  readonly run: () => Promise<void>;
}

const tell = (text: string, about: string, { label, run }: Told): void =>
  void toasts.show({ text, about, action: { label, run: () => void run() } });

/** Takes contacts out and puts them back, each with its undo. */
export const useContactVerbs = (partnerId: string) => {
  const client = useQueryClient();

  const attempt = async (
    contact: Contact,
    run: () => Promise<unknown>,
    said: () => void,
  ): Promise<void> => {
    try {
      await run();
      said();
    } catch (error) {
      const again = { label: "Try again", run: () => attempt(contact, run, said) };
      tell(troubleInWords(error), contact.id, again);
    } finally {
      await refresh(client, partnerId);
    }
  };

  const remove = (contact: Contact): Promise<void> => {
    changeListed(client, partnerId, (all) => all.filter(({ id }) => id !== contact.id));
    return attempt(
      contact,
      () => workspace.contacts.remove(contact.id),
      () => tell("Taken out.", contact.id, { label: "Undo", run: () => putBack(contact) }),
    );
  };

  const putBack = (contact: Contact): Promise<void> => {
    changeListed(client, partnerId, (all) => [...all, contact].toSorted(newestFirst));
    return attempt(
      contact,
      () => workspace.contacts.record(draftOf(contact)),
      () => toasts.show({ text: "It is back.", about: contact.id }),
    );
  };

  /** To be called with a contact that was written down just now. */
  const sayWritten = (contact: Contact, next: string): void => {
    changeListed(client, partnerId, (all) =>
      all.some(({ id }) => id === contact.id) ? all : [contact, ...all].toSorted(newestFirst),
    );
    tell(`Written down; ${next}.`, contact.id, { label: "Undo", run: () => remove(contact) });
    void refresh(client, partnerId);
  };

  return { remove, sayWritten };
};
