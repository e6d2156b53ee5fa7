-- A version may hold a part of the log only: what an operator has replayed for somebody's own use.

alter table projection.read_versions drop constraint read_versions_state_check;
alter table projection.read_versions
    add column part text,
    add column part_mark text,
    add constraint read_versions_state_check check (state in ('BUILDING', 'LIVE', 'RETIRED', 'PARTIAL')),
    add constraint read_versions_part_check check ((state = 'PARTIAL') = (part is not null and part_mark is not null));
comment on column projection.read_versions.state is
    'BUILDING: being filled; LIVE: the mart shows it; RETIRED: the mart has shown it and no longer does; PARTIAL: it holds a part of the log, and is never shown in the mart.';
comment on column projection.read_versions.part is 'Which part of the log it holds, in words; null where it holds all of it.';
comment on column projection.read_versions.part_mark is
    'Hash of that part: only the same replay goes on filling it. Null where it holds all of the log.';
