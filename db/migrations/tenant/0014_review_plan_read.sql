-- The province's plan of a review is read by every commune: its dates hold where the commune has set none. A province's code has
-- two digits; its units are not looked up here, for not every role that proves a row may read them.

drop policy read on review_round;

create policy read on review_round for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or unit_uid ~ '^[0-9]{2}@') and (select ext.has_field('poverty')));

drop policy read on review_milestone;

create policy read on review_milestone for select using (((select ext.reads_all()) or unit_uid = any ((select ext.read_units())::text[]) or unit_uid ~ '^[0-9]{2}@') and (select ext.has_field('poverty')));
