-- What the door tells the database about the actor of this transaction. Policies read these functions only.
-- A setting that is absent gives null, and null sees nothing.

create function ext.actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;

create function ext.reads_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.reads_all', true), '') = 'on' $$;

create function ext.writes_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.writes_all', true), '') = 'on' $$;

create function ext.is_system() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;

create function ext.read_hamlets() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.read_hamlets', true), '')::uuid[] $$;

create function ext.write_hamlets() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.write_hamlets', true), '')::uuid[] $$;

create function ext.read_units() returns text[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.read_units', true), '')::text[] $$;

create function ext.write_units() returns text[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.write_units', true), '')::text[] $$;

create function ext.has_field(field text) returns boolean language sql stable parallel safe
  as $$ select field = any (nullif(current_setting('app.fields', true), '')::text[]) $$;
