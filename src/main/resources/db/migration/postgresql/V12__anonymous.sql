-- Who is not signed in reads the work of public projects, and learns nothing of people.
insert into role_permission (role_id, permission) values
  (2, 'view_project'),
  (2, 'view_work_packages');
