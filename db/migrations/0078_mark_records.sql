-- Figures of tasks, documents, regulations and what is passed down are kept too: what is said of one concerns those that look at it alone.
alter table figure_marks drop constraint figure_marks_about_known;
alter table figure_marks add constraint figure_marks_about_known check (about in ('people', 'meetings', 'absences', 'petitions', 'tasks', 'documents', 'regulations', 'cascades'));
