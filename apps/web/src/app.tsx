import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { BrokenView } from './components/broken-view.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { AppLayout } from './components/layout/app-layout.js';
import { NotFoundView } from './components/not-found-view.js';
import { withAllMessages } from './lang/all-messages.js';
import { RequireAccount, RequireAdmin, RequireStaff } from './session/require-account.js';

const admin = withAllMessages(() => import('./pages/admin/admin-page.js'));
const home = () => import('./pages/home/home-page.js');
const how = withAllMessages(() => import('./pages/how/how-page.js'));
const imprint = withAllMessages(() => import('./pages/imprint/imprint-page.js'));
const privacy = withAllMessages(() => import('./pages/imprint/privacy-page.js'));
const invitation = withAllMessages(() => import('./pages/invitation/invitation-page.js'));
const signUp = withAllMessages(() => import('./pages/sign-up/sign-up-page.js'));
const forgotPassword = withAllMessages(() => import('./pages/sign-in/forgot-password-page.js'));
const settings = withAllMessages(() => import('./pages/settings/settings-page.js'));
const learning = withAllMessages(() => import('./pages/learning/learning-page.js'));
const mailProblems = withAllMessages(() => import('./pages/mail-problems/mail-problems-page.js'));
const browse = withAllMessages(() => import('./pages/browse/browse-page.js'));
const posting = withAllMessages(() => import('./pages/posting/posting-page.js'));
const postingForm = withAllMessages(() => import('./pages/posting-form/posting-form-page.js'));
const signIn = () => import('./pages/sign-in/sign-in-page.js');
const myPostings = withAllMessages(() => import('./pages/my-postings/my-postings-page.js'));
const myMatches = withAllMessages(() => import('./pages/my-matches/my-matches-page.js'));
const match = withAllMessages(() => import('./pages/match/match-page.js'));
const tags = withAllMessages(() => import('./pages/tags/tags-page.js'));
const organisation = withAllMessages(() => import('./pages/organisation/organisation-page.js'));
const organisations = withAllMessages(() => import('./pages/organisations/organisations-page.js'));
const review = withAllMessages(() => import('./pages/review/review-page.js'));
const postingReports = withAllMessages(
  () => import('./pages/posting-reports/posting-reports-page.js'),
);
const pipeline = withAllMessages(() => import('./pages/pipeline/pipeline-page.js'));

const AdminPage = lazy(admin);
const HomePage = lazy(home);
const SignInPage = lazy(signIn);
const SignUpPage = lazy(signUp);
const ForgotPasswordPage = lazy(forgotPassword);
const HowPage = lazy(how);
const ImprintPage = lazy(imprint);
const PrivacyPage = lazy(privacy);
const InvitationPage = lazy(invitation);
const SettingsPage = lazy(settings);
const LearningPage = lazy(learning);
const MailProblemsPage = lazy(mailProblems);
const NeedsPage = lazy(async () => ({ default: (await browse()).NeedsPage }));
const OffersPage = lazy(async () => ({ default: (await browse()).OffersPage }));
const NeedPage = lazy(async () => ({ default: (await posting()).NeedPage }));
const OfferPage = lazy(async () => ({ default: (await posting()).OfferPage }));
const NeedFormPage = lazy(async () => ({ default: (await postingForm()).NeedFormPage }));
const OfferFormPage = lazy(async () => ({ default: (await postingForm()).OfferFormPage }));
const MyPostingsPage = lazy(myPostings);
const MyMatchesPage = lazy(myMatches);
const MatchPage = lazy(match);
const ReviewPage = lazy(review);
const PostingReportsPage = lazy(postingReports);
const PipelinePage = lazy(pipeline);
const TagsPage = lazy(tags);
const OrganisationPage = lazy(organisation);
const OrganisationsPage = lazy(organisations);

const PAGE_CODE: readonly (readonly [RegExp, () => Promise<unknown>])[] = [
  [/^\/$/, home],
  [/^\/sign-in$/, signIn],
  [/^\/(needs|offers)$/, browse],
  [/^\/review$/, review],
  [/^\/pipeline$/, pipeline],
  [/^\/tags$/, tags],
  [/^\/matches$/, myMatches],
  [/^\/postings$/, myPostings],
];

/** Fetches the code of the page that was asked for while the rest still starts. */
export function preloadPage(pathname: string): void {
  const found = PAGE_CODE.find(([pattern]) => pattern.test(pathname));
  // A failure shows where the page is drawn.
  found?.[1]().catch(() => undefined);
}

export function App() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname} fallback={<BrokenView />}>
      <Routes>
        <Route element={<AppLayout />}>
          <Route index element={<HomePage />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="sign-up" element={<SignUpPage />} />
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="how" element={<HowPage />} />
          <Route path="imprint" element={<ImprintPage />} />
          <Route path="privacy" element={<PrivacyPage />} />
          <Route path="invitation/:token" element={<InvitationPage />} />
          <Route path="needs" element={<NeedsPage />} />
          <Route path="needs/:id" element={<NeedPage />} />
          <Route path="offers" element={<OffersPage />} />
          <Route path="offers/:id" element={<OfferPage />} />
          <Route element={<RequireAccount />}>
            <Route element={<NeedFormPage />}>
              <Route path="needs/new" element={null} />
              <Route path="needs/:id/edit" element={null} />
            </Route>
            <Route element={<OfferFormPage />}>
              <Route path="offers/new" element={null} />
              <Route path="offers/:id/edit" element={null} />
            </Route>
            <Route path="postings" element={<MyPostingsPage />} />
            <Route path="matches" element={<MyMatchesPage />} />
            <Route path="matches/:id" element={<MatchPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="organisation/:id" element={<OrganisationPage />} />
            <Route element={<RequireStaff />}>
              <Route path="review" element={<ReviewPage />} />
              <Route path="pipeline" element={<PipelinePage />} />
              <Route path="tags" element={<TagsPage />} />
              <Route path="organisations" element={<OrganisationsPage />} />
              <Route path="learning" element={<LearningPage />} />
              <Route path="posting-reports" element={<PostingReportsPage />} />
              <Route path="mail-problems" element={<MailProblemsPage />} />
            </Route>
            <Route element={<RequireAdmin />}>
              <Route path="admin/:section?" element={<AdminPage />} />
            </Route>
          </Route>
          <Route path="*" element={<NotFoundView />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  );
}
