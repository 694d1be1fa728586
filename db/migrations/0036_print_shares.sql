-- Where the press gave a share in words ("over 97 %"): then count of base is that share, and no number was printed.
alter table printed_values add column printed_as text;
alter table printed_values add constraint printed_values_printed_as_known check (printed_as in ('about', 'over'));
