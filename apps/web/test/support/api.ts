/** The API by hand, for what a test needs to stand before the page is opened. */
export const post = async <A = { readonly id: string }>(
  url: string,
  path: string,
  body: unknown = {},
): Promise<A> => {
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as A;
};

export const get = async <A>(url: string, path: string): Promise<A> =>
  (await (await fetch(`${url}${path}`)).json()) as A;

export const countEntries = async (url: string, partnerId: string): Promise<number> =>
  (await get<{ data: ReadonlyArray<unknown> }>(url, `/v1/partners/${partnerId}/entries`)).data
    .length;
