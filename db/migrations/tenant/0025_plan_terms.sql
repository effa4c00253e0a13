-- A plan of several years: `year` is its first, `to_year` its last; its value is the total of them. Null: a plan of the one year.
alter table plan_row add column to_year smallint check (to_year > year and to_year - year < 10);
