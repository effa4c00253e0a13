-- Many rows at once. A foreign key is looked up row by row, which is most of the time a list of a district takes; here the keys of all rows
-- are proved together, in the database, before they are written.

-- Writes what lies in the session's temporary table bulk_<target>. Every key that these rows refer to is either of this transaction or is
-- found and locked against removal, as a foreign key does; then the check row by row would find nothing and is left out. What cannot be
-- proved so (not seen by the actor, no right to the setting) is checked row by row as ever. Row policies, unique keys and checks hold in
-- any case: the role it runs as has no rights beyond this province and bypasses nothing.
create function bulk_insert(target text, columns text[]) returns bigint
  language plpgsql security definer set search_path from current
  as $$
  declare
    source constant regclass := format('pg_temp.%I', 'bulk_' || target)::regclass;
    home constant text := current_schema();
    list constant text := (select string_agg(format('%I', c), ', ') from unnest(columns) c);
    proved boolean := has_parameter_privilege('session_replication_role', 'set');
    fk record;
    wanted uuid[];
    written bigint;
  begin
    -- a view, a policy or a type of the session could run code of its own as this role
    if not exists (select from pg_class where oid = source and relkind = 'r' and relpersistence = 't' and not relrowsecurity)
      or exists (select from pg_attribute s where s.attrelid = source and s.attnum > 0 and not exists (
        select from pg_attribute t where t.attrelid = format('%I.%I', home, target)::regclass and t.attname = s.attname and t.atttypid = s.atttypid)) then
      raise exception 'bulk_%: not a plain temporary table of these columns', target;
    end if;
    for fk in
      select a.attname as name, c.confrelid::regclass::text as parent, k.attname as key, a.atttypid = 'uuid'::regtype and k.attname = 'id' as simple
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1]
      where c.conrelid = format('%I.%I', home, target)::regclass and c.contype = 'f' and a.attname::text = any (columns)
    loop
      exit when not proved;
      proved := fk.simple;
      continue when not proved;
      execute format(
        'select array_agg(s.id) from (select distinct %1$I as id from %2$s where %1$I is not null) s
         where not exists (select from %3$s p where p.id = s.id and p.xmin = pg_current_xact_id()::xid)', fk.name, source, fk.parent) into wanted;
      continue when wanted is null;
      execute format('select count(*) = cardinality($1) from (select from %s p where p.id = any ($1) for key share) f', fk.parent) into proved using wanted;
    end loop;
    if proved then perform set_config('session_replication_role', 'replica', true); end if;
    execute format('insert into %I.%I (%s) select %s from %s', home, target, list, list, source);
    get diagnostics written = row_count;
    if proved then perform set_config('session_replication_role', 'origin', true); end if;
    return written;
  end
  $$;
