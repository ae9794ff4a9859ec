/** What asks the forges and proposes there; fetched where somebody is signed in at one. */
export { gitea } from './gitea.ts';
export { gitee } from './gitee.ts';
export { github } from './github.ts';
export { gitlab } from './gitlab.ts';
export { propose } from './proposal.ts';
