export { Initial1795504452923 } from './1795504452923-initial.js';
