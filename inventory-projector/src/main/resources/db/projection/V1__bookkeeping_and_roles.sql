-- What stays when read models come and go: which versions there are, the currencies, the schema that people query, and who may.

-- The schema projection is there already: Flyway has made it, for its history.
comment on schema projection is
    'Bookkeeping of the projector. Grain: see the tables. Source: the projector itself. Nobody else writes here.';

create table projection.read_versions (
    version         integer     not null primary key check (version >= 1),
    state           text        not null check (state in ('BUILDING', 'LIVE', 'RETIRED')),
    tables_hash     text        not null,
    views_hash      text,
    created_at      timestamptz not null default now(),
    live_since      timestamptz
);
create unique index read_versions_one_live on projection.read_versions (state) where state = 'LIVE';
comment on table projection.read_versions is
    'Versions of the read models. Grain: one row per schema read_<version>. Source: the projector, at its start and when the mart is swapped.';
comment on column projection.read_versions.version is 'The n of read_n.';
comment on column projection.read_versions.state is
    'BUILDING: being filled; LIVE: the mart shows it; RETIRED: the mart has shown it and no longer does.';
comment on column projection.read_versions.tables_hash is
    'SHA-256 of the table definitions that it was made with, hexadecimal: another release with other tables must not write to it.';
comment on column projection.read_versions.views_hash is
    'SHA-256 of the definitions of the mart''s views, hexadecimal; null before it was live.';
comment on column projection.read_versions.created_at is 'When the schema was made, UTC.';
comment on column projection.read_versions.live_since is 'When the mart began to show it, UTC; null before that.';

create table projection.currencies (
    currency_code   text        not null primary key,
    exponent        smallint    not null check (exponent between 0 and 9),
    minor_unit      numeric     not null,
    name            text        not null
);
comment on table projection.currencies is
    'Currencies. Grain: one row per ISO 4217 code. Source: java.util.Currency of the projector''s JDK, at its start.';
comment on column projection.currencies.currency_code is 'ISO 4217 code.';
comment on column projection.currencies.exponent is 'Decimal digits of the minor unit: EUR 2, JPY 0, KWD 3.';
comment on column projection.currencies.minor_unit is
    'Value of one minor unit in units of the currency, such as 0.01: amount = amount_minor * minor_unit.';
comment on column projection.currencies.name is 'English name.';

create schema mart;
comment on schema mart is
    'What people query: views on the live version of the read models. Grain, unit and source stand in the comment of each view and column. Times are UTC.';

do $$
begin
    if not exists (select from pg_roles where rolname = 'analyst') then
        create role analyst login;
        alter role analyst set default_transaction_read_only = on;
        alter role analyst set search_path = mart;
    end if;
    if not exists (select from pg_roles where rolname = 'reader') then
        create role reader login;
        alter role reader set default_transaction_read_only = on;
        alter role reader set search_path = mart;
    end if;
exception
    when insufficient_privilege then
        raise exception using
            message = 'the roles analyst and reader do not exist and this user may not create them',
            hint = 'let an administrator run: create role analyst login; create role reader login;';
end
$$;

-- No password is set: where the server asks for one, an administrator sets it.
grant usage on schema mart to analyst, reader;
alter default privileges in schema mart grant select on tables to analyst, reader;
