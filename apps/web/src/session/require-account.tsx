import { Navigate, Outlet, useLocation } from 'react-router';
import { LoadingPage } from '../components/loading-view.js';
import { NotFoundView } from '../components/not-found-view.js';
import { isStaffRole, useSession } from './session.js';

/** Pages for people with an account: visitors sign in first and come back to where they were. */
export function RequireAccount() {
  const { me, pending } = useSession();
  const { pathname, search } = useLocation();
  if (pending) return <LoadingPage />;
  if (!me) {
    const back = encodeURIComponent(pathname + search);
    return <Navigate to={`/sign-in?to=${back}`} replace />;
  }
  return <Outlet />;
}

/** Pages for administrators; for everybody else they do not exist. */
export function RequireAdmin() {
  const { me } = useSession();
  return me?.role === 'ADMIN' ? <Outlet /> : <NotFoundView />;
}

/** Pages for coordinators and administrators; for everybody else they do not exist. */
export function RequireStaff() {
  const { me } = useSession();
  return isStaffRole(me?.role) ? <Outlet /> : <NotFoundView />;
}
