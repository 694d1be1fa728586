-- The closure got its rows of succession at once (0062): too few for the database to look at them by itself, which then takes them for none.
analyze unit_closure;
