// The twelve screens that the pictures show, with the records that show most of them.

/** Each with a name, who sees it, its address, and what is done before the picture is taken. */
export async function screensOf(staff, { company }) {
  const { offers } = await staff.ask(
    '{ offers(first: 1, filter: { search: "Laser" }) { edges { node { id } } } }',
  );
  const own = await company.ask(`{
    matches(first: 1) { edges { node { id } } }
    needs(first: 1, filter: { mine: true, states: [PUBLISHED] }) { edges { node { id } } } }`);
  const offer = offers.edges[0].node.id;
  const match = own.matches.edges[0].node.id;
  const need = own.needs.edges[0].node.id;
  return [
    { name: 'home', role: 'visitor', path: '/' },
    { name: 'sign-in', role: 'visitor', path: '/sign-in' },
    { name: 'needs', role: 'visitor', path: '/needs' },
    { name: 'offer', role: 'visitor', path: `/offers/${offer}` },
    { name: 'need-form', role: 'company', path: `/needs/${need}/edit` },
    { name: 'postings', role: 'company', path: '/postings' },
    { name: 'matches', role: 'company', path: '/matches' },
    { name: 'match', role: 'company', path: `/matches/${match}` },
    { name: 'review', role: 'coordinator', path: '/review', prepare: openFirst },
    { name: 'tags', role: 'coordinator', path: '/tags' },
    { name: 'organisations', role: 'coordinator', path: '/organisations' },
    { name: 'learning', role: 'coordinator', path: '/learning' },
  ];
}

/** On a desk the first suggestion is open already. */
async function openFirst(page) {
  if (page.viewportSize().width > 800) return;
  await page.locator('main ul button').first().click();
  await page.waitForLoadState('networkidle');
}
