import type { Wall } from './wall.ts'

/** Before, `createrole` also gave away the right to run programs on the server. */
const NARROW = 16

/** Which wall stands between SQL through the program and the owner of the tables, and what would make it harder: for who runs the program. */
export function sayWall(wall: Wall): string {
  const { name, owner, version } = wall.login
  if (wall.stands) {
    const stands = `The program works as ${name}, who owns nothing and cannot become ${owner}, the owner of the tables`
    return wall.open
      ? `${stands}; harder still if nobody may make tables of their own: revoke temporary on the database and create on its schema public from public`
      : stands
  }
  if (wall.because === 'not-made-yet')
    return `The next start lets the program work as ${name}, who cannot become ${owner}, the owner of the tables; until then it steps down for each piece of work`
  const harder = {
    'not-allowed':
      version < NARROW
        ? `if the server were PostgreSQL ${NARROW} or later, where the right to make roles is a narrow one`
        : `if a superuser runs once, before the next start: alter role ${owner} createrole; grant stek_app, stek_door, stek_keeper to ${owner} with admin option`,
    'not-let-in': `if the server lets ${name} in too (${wall.reason}): its pg_hba.conf, or the list of users of a pooler`,
    'may-too-much': `if a superuser takes from ${name} what it owns and may, but for the three roles`,
  }[wall.because]
  return `The program works as ${owner}, the owner of the tables, and steps down for each piece of work; SQL that got in could step back up, and could not ${harder}`
}
