-- What a rebuild notes of the version that it fills.

alter table projection.read_versions add column code_hash text, add column built_at timestamptz;
comment on column projection.read_versions.code_hash is
    'SHA-256 of the projection''s classes that began it, hexadecimal: a rebuild is gone on with by the same code only. Null where that is not known.';
comment on column projection.read_versions.built_at is
    'When a rebuild had filled it up to the live version, UTC; null where none has.';
comment on column projection.read_versions.live_since is
    'When the mart began to show it for the last time, UTC; null before that.';
