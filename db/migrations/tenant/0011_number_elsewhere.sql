-- who brought a list, as colleagues read it: accounts are not read with a province's role
alter table import_batch add column actor_name text;

-- Is a number registered elsewhere in the province? Row security hides other communes; this function of the search role answers the
-- least: which of the keyed hashes given are on file in a hamlet that is not among `here`. Not whose, not where.
create policy search on person_identifier for select to sinhke_search using (true);

create function numbers_elsewhere(lookups bytea[], here uuid[]) returns table (found bytea)
  language sql stable security definer set search_path from current
  as $$
  select distinct i.lookup from person_identifier i join person p on p.id = i.person_id
  where (select ext.actor()) is not null and i.lookup = any (lookups) and i.voided_at is null and p.voided_at is null and i.hamlet_id <> all (here)
  $$;

-- What entering a person leaves to be looked into ("registry.…") belongs to no field of work; all else stays with the field of poverty.
drop policy read on finding;
create policy read on finding for select using (((select ext.reads_all()) or hamlet_id = any ((select ext.read_hamlets())::uuid[])) and ((select ext.has_field('poverty')) or code like 'registry.%'));
drop policy add on finding;
create policy add on finding for insert with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and ((select ext.has_field('poverty')) or code like 'registry.%'));
drop policy change on finding;
create policy change on finding for update using (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and ((select ext.has_field('poverty')) or code like 'registry.%')) with check (((select ext.writes_all()) or hamlet_id = any ((select ext.write_hamlets())::uuid[])) and ((select ext.has_field('poverty')) or code like 'registry.%'));
