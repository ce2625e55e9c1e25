/** The columns of an exception as every reader needs them, under the names of the code. */
export const exceptionColumns = [
  'slot_id as slotId',
  'on_date as onDate',
  'cancelled_at as cancelledAt',
  'moved_to as movedTo',
  'start_time as startTime',
  'end_time as endTime',
  'site_id as siteId',
  'room_id as roomId',
  'reason',
] as const
