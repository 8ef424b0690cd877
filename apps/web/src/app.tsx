import { lazy } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { Button } from '@mantine/core';
import { EmptyState } from './components/empty-state.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { AppLayout } from './components/layout/app-layout.js';
import { NotFoundView } from './components/not-found-view.js';
import { useText } from './lang/text.js';
import HomePage from './pages/home/home-page.js';
import { RequireAccount, RequireStaff } from './session/require-account.js';

const SignInPage = lazy(() => import('./pages/sign-in/sign-in-page.js'));
const NeedsPage = lazy(async () => ({
  default: (await import('./pages/browse/browse-page.js')).NeedsPage,
}));
const OffersPage = lazy(async () => ({
  default: (await import('./pages/browse/browse-page.js')).OffersPage,
}));
const NeedPage = lazy(async () => ({
  default: (await import('./pages/posting/posting-page.js')).NeedPage,
}));
const OfferPage = lazy(async () => ({
  default: (await import('./pages/posting/posting-page.js')).OfferPage,
}));
const NeedFormPage = lazy(async () => ({
  default: (await import('./pages/posting-form/posting-form-page.js')).NeedFormPage,
}));
const OfferFormPage = lazy(async () => ({
  default: (await import('./pages/posting-form/posting-form-page.js')).OfferFormPage,
}));
const MyPostingsPage = lazy(() => import('./pages/my-postings/my-postings-page.js'));
const MyMatchesPage = lazy(() => import('./pages/my-matches/my-matches-page.js'));
const MatchPage = lazy(() => import('./pages/match/match-page.js'));
const ReviewPage = lazy(() => import('./pages/review/review-page.js'));

export function App() {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary resetKey={pathname} fallback={<BrokenPage />}>
      <Routes>
        <Route element={<AppLayout />}>
          <Route index element={<HomePage />} />
          <Route path="sign-in" element={<SignInPage />} />
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
            <Route element={<RequireStaff />}>
              <Route path="review" element={<ReviewPage />} />
            </Route>
          </Route>
          <Route path="*" element={<NotFoundView />} />
        </Route>
      </Routes>
    </ErrorBoundary>
  );
}

/** A page that could not be drawn, or whose code could not be loaded. */
function BrokenPage() {
  const { t } = useText();
  return (
    <main>
      <EmptyState picture="map" title={t('error.title')} text={t('error.broken')}>
        <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
      </EmptyState>
    </main>
  );
}
