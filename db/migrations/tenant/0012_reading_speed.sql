-- Faster search of persons and reclassification. What is found and computed stays the same.

-- An officer's few hamlets are read from the index alone, and their names by the beginning; what the index of hamlets served, it serves too.
create index person_hamlet_name on person (hamlet_id, name_folded, id) include (voided_at);
drop index person_hamlet;

-- Where two words of a name meet: the last two letters of one, a space, the whole next ("nguyen thi hoa": 'en thi', 'hi hoa'). Trigrams
-- of Vietnamese names are so common that looking for all of a text takes tens of milliseconds of a million names; these are rare.
create function name_joints_of_many(name text) returns tsvector language sql immutable parallel safe
  return (select coalesce(array_to_tsvector(array_agg(right(w[i], 2) || ' ' || w[i + 1])), '')
    from (select string_to_array(name, ' ') as w) words, generate_series(1, cardinality(w) - 1) i);

-- spelled out for up to five words: ten times as fast as the loop, and every row written pays for it
create function name_joints(name text) returns tsvector language sql immutable parallel safe
  return case
    when split_part(name, ' ', 6) <> '' then name_joints_of_many(name)
    when split_part(name, ' ', 4) = '' then array_to_tsvector(array[
      right(split_part(name, ' ', 1), 2) || ' ' || split_part(name, ' ', 2), right(split_part(name, ' ', 2), 2) || ' ' || split_part(name, ' ', 3)])
    else array_to_tsvector(array[
      right(split_part(name, ' ', 1), 2) || ' ' || split_part(name, ' ', 2), right(split_part(name, ' ', 2), 2) || ' ' || split_part(name, ' ', 3),
      right(split_part(name, ' ', 3), 2) || ' ' || split_part(name, ' ', 4), right(split_part(name, ' ', 4), 2) || ' ' || split_part(name, ' ', 5)])
  end;

create index person_name_joints on person using gin (name_joints(name_folded));

-- The joints of a text that every name holding it has: none of a single word. A first word of one letter may be the end of any word, so
-- its joint is left out; the last word may be the beginning of a longer one.
create function joints_asked(query text) returns tsquery language sql immutable parallel safe
  return (select string_agg('''' || replace(replace(right(w[i], 2) || ' ' || w[i + 1], '\', '\\'), '''', '''''') || '''' || case when i = cardinality(w) - 1 then ':*' else '' end, ' & ')::tsquery
  from (select string_to_array(query, ' ') as w) words, generate_series(1, cardinality(w) - 1) i
  where i > 1 or length(w[1]) > 1);

drop function search_person_ids(text, integer, text[]);

-- `query` is folded; `exact`, in small letters, are its spellings with marks: names that hold one of them come first, then names that begin
-- with the query, end with it, hold it. Two letters are looked for at the beginning of words. One way after the other until there are
-- enough. Words that follow each other are found by their joints; one word alone by its trigrams, the dearest way, and so first in the
-- first 20,000 names. Of a few hamlets all names are read instead.
create function search_person_ids(query text, most integer, exact text[] default '{}') returns table (person_id uuid)
  language plpgsql stable security definer set search_path from current set enable_seqscan = off
  as $$
  declare
    wanted constant integer := least(most, 200);
    hamlets constant uuid[] := ext.read_hamlets();
    few constant boolean := not ext.reads_all() and cardinality(hamlets) <= 60;
    piece constant text := case when length(query) < 3 then ' ' || query else query end;
    pattern constant text := '%' || replace(replace(replace(piece, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    joints constant tsquery := joints_asked(query);
    marked constant text[] := array(select '%' || replace(replace(replace(e, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(exact) e);
    own constant text := 'select p.id, p.full_name, p.name_folded from person p where p.voided_at is null'
      || case when ext.reads_all() then '' else ' and p.hamlet_id = any ($4)' end;
    begins constant text := own || ' and p.name_folded >= $1 and p.name_folded < $1 || chr(1114111) order by p.name_folded limit 3000';
    ends constant text := own || ' and reverse(p.name_folded) collate "C" >= reverse($2) and reverse(p.name_folded) collate "C" < reverse($2) || chr(1114111)'
      || ' order by reverse(p.name_folded) collate "C" limit 3000';
    -- from the index alone; the whole name is fetched where its marks are asked for
    few_hold constant text := 'select h.id' || case when cardinality(exact) = 0 then '' else ', p.full_name' end
      || ' from (select n.id from (select p.id, p.name_folded from person p where p.voided_at is null and p.hamlet_id = any ($4) offset 0) n where n.name_folded like $3 limit 3000) h'
      || case when cardinality(exact) = 0 then '' else ' join person p on p.id = h.id' end;
    meets constant text := 'select * from (' || own || ' and name_joints(p.name_folded) @@ $7 offset 0) p where p.name_folded like $3 limit 3000';
    first_hold constant text := 'select * from (' || own || ' limit 20000) p where p.name_folded like $3';
    -- the empty name keeps the planner, which under row security may not look at how often letters occur, from reading a million names of an index
    hold constant text := own || ' and p.full_name <> '''' and p.name_folded like $3 limit 3000';
    choose constant text := case when cardinality(exact) = 0 then 'select c.id, true as good from (%s) c limit $6'
      else 'select c.id, lower(c.full_name collate "vi-x-icu") like any ($5) as good from (%s) c order by 2 desc limit $6' end;
    way text;
    good uuid[];
    other uuid[];
    all_good uuid[] := '{}';
    all_other uuid[] := '{}';
  begin
    foreach way in array case when few then array[begins, few_hold] when joints is not null then array[begins, ends, meets] else array[begins, ends, first_hold, hold] end loop
      -- planned each time, with the values known
      execute 'select array_agg(id) filter (where good), array_agg(id) filter (where not good) from (' || format(choose, way) || ') r'
        into good, other using query, piece, pattern, hamlets, marked, wanted, joints;
      all_good := all_good || good;
      all_other := all_other || other;
      exit when cardinality(all_good) >= wanted;
    end loop;
    return query select id from unnest(all_good || all_other) with ordinality as u (id, at) group by id order by min(at) limit wanted;
  end
  $$;

-- arrays of ids hardly shrink, and trying costs more than it saves
alter table computed_class alter column household_ids set storage external, alter column assessment_ids set storage external;
alter table class_change alter column household_ids set storage external;
