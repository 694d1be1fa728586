import { defineMessages } from '../messages.ts';

/** What an operator reads when the database cannot start, be backed up or be restored: what is wrong and what to do. */
export const postgresMessages = defineMessages({
  no_binaries: {
    vi: 'Không có PostgreSQL đi kèm cho nền tảng {platform}. Hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL từ phiên bản 15 trở lên.',
    en: 'No PostgreSQL is shipped for the platform {platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
  },
  binaries_do_not_run: {
    vi: 'PostgreSQL đi kèm không chạy được trên máy này ({reason}). Hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL từ phiên bản 15 trở lên.',
    en: 'The shipped PostgreSQL does not run on this machine ({reason}). Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
  },
  no_service_user: {
    vi: 'PostgreSQL không chạy bằng quyền root và máy này không có người dùng “postgres” hay “nobody”. Hãy tạo người dùng “postgres” hoặc chạy ứng dụng bằng một người dùng thường.',
    en: 'PostgreSQL refuses to run as root and this machine has neither a user “postgres” nor “nobody”. Create the user “postgres”, or start the application as an ordinary user.',
  },
  no_passwd_entry: {
    vi: 'Người dùng số {uid} không có tên trên máy này nên PostgreSQL không khởi động. Hãy thêm người dùng đó vào /etc/passwd hoặc đặt DATABASE_URL.',
    en: 'The user number {uid} has no name on this machine, so PostgreSQL does not start. Add that user to /etc/passwd, or set DATABASE_URL.',
  },
  data_dir_unreachable: {
    vi: 'PostgreSQL chạy bằng người dùng “{user}”, nhưng người dùng này không được vào {blocked}. Hãy đặt SATCOSO_DATA sang nơi khác (ví dụ /var/lib/satcoso) hoặc chạy: chmod o+x {blocked}',
    en: 'PostgreSQL runs as the user “{user}”, who may not enter {blocked}. Point SATCOSO_DATA elsewhere (for instance /var/lib/satcoso), or run: chmod o+x {blocked}',
  },
  data_dir_not_ours: {
    vi: 'Thư mục {dataDir} đã có nội dung khác ({found}). Hãy chọn một thư mục trống cho cơ sở dữ liệu.',
    en: 'The directory {dataDir} already holds something else ({found}). Choose an empty directory for the database.',
  },
  data_dir_not_writable: {
    vi: 'Không ghi được vào thư mục dữ liệu {dataDir} ({reason}). Thư mục này có thể thuộc về người dùng khác: hãy chạy ứng dụng bằng chính người dùng đó.',
    en: 'The data directory {dataDir} cannot be written ({reason}). It may belong to another user: start the application as that user.',
  },
  already_served: {
    vi: 'Tiến trình {pid} đang phục vụ thư mục dữ liệu {dataDir}. Hãy dừng tiến trình đó trước hoặc dùng thư mục dữ liệu khác.',
    en: 'Process {pid} is already serving the data directory {dataDir}. Stop it first, or use another data directory.',
  },
  other_version: {
    vi: 'Dữ liệu trong {dataDir} do PostgreSQL {found} tạo ra, ứng dụng này mang theo PostgreSQL {shipped}. Hãy sao lưu bằng phiên bản ứng dụng cũ rồi phục hồi vào một thư mục dữ liệu mới.',
    en: 'The data in {dataDir} was made by PostgreSQL {found}; this application brings PostgreSQL {shipped}. Back it up with the earlier version of the application and restore it into a new data directory.',
  },
  secret_missing: {
    vi: 'Thiếu tệp {file} chứa mật khẩu của cơ sở dữ liệu. Hãy lấy lại tệp này từ bản sao của thư mục dữ liệu.',
    en: 'The file {file} with the password of the database is missing. Bring it back from a copy of the data directory.',
  },
  socket_dir_taken: {
    vi: 'Thư mục {dir} dùng để kết nối cơ sở dữ liệu thuộc về người khác hoặc mở cho người khác. Hãy xóa thư mục đó hoặc dùng đường dẫn dữ liệu ngắn hơn.',
    en: 'The directory {dir} for connections to the database belongs to, or is open to, somebody else. Remove it, or use a shorter data directory path.',
  },
  old_server_stays: {
    vi: 'Máy chủ PostgreSQL cũ (tiến trình {pid}) trên {dataDir} không chịu dừng. Hãy dừng tiến trình đó rồi khởi động lại.',
    en: 'The earlier PostgreSQL (process {pid}) on {dataDir} does not stop. Stop that process, then start again.',
  },
  initdb_failed: {
    vi: 'Không tạo được cơ sở dữ liệu mới trong {dataDir}: {reason}',
    en: 'A new database could not be created in {dataDir}: {reason}',
  },
  did_not_start: {
    vi: 'PostgreSQL không khởi động được: {reason} Xem thêm nhật ký trong {logDir}.',
    en: 'PostgreSQL did not start: {reason} More is in the log in {logDir}.',
  },
  stopped_unexpectedly: {
    vi: 'PostgreSQL đã dừng ngoài ý muốn ({how}). Xem nhật ký trong {logDir}; dữ liệu đã ghi vẫn còn, hãy khởi động lại ứng dụng.',
    en: 'PostgreSQL stopped unexpectedly ({how}). See the log in {logDir}; what was committed is safe, start the application again.',
  },
  backup_damaged: {
    vi: 'Tệp sao lưu {file} bị hỏng hoặc chưa đầy đủ ({reason}). Chưa có gì bị thay đổi; hãy dùng bản sao lưu khác.',
    en: 'The backup file {file} is damaged or incomplete ({reason}). Nothing was changed; use another backup.',
  },
  backup_unknown_format: {
    vi: 'Tệp {file} không phải là bản sao lưu mà phiên bản này đọc được.',
    en: 'The file {file} is not a backup that this version can read.',
  },
  backup_not_migrated: {
    vi: 'Cơ sở dữ liệu chưa có bảng {table} nên không thể sao lưu. Hãy khởi động ứng dụng một lần để tạo cấu trúc.',
    en: 'The database has no table {table}, so there is nothing to back up. Start the application once to create its structure.',
  },
  backup_rls: {
    vi: 'Người dùng của DATABASE_URL không được đọc mọi dòng của cơ sở dữ liệu. Hãy sao lưu và phục hồi bằng chủ sở hữu hoặc người quản trị cơ sở dữ liệu.',
    en: 'The user of DATABASE_URL may not read every row of the database. Back up and restore as the owner or as a superuser.',
  },
  restore_not_empty: {
    vi: 'Cơ sở dữ liệu đích đã có dữ liệu (bảng {table}). Hãy phục hồi vào cơ sở dữ liệu trống, hoặc dùng --force để thay toàn bộ.',
    en: 'The target database already holds data (table {table}). Restore into an empty database, or use --force to replace everything.',
  },
  restore_target_ahead: {
    vi: 'Cấu trúc của cơ sở dữ liệu đích (đến {target}) không khớp với bản sao lưu (đến {backup}). Hãy phục hồi vào một cơ sở dữ liệu hoàn toàn trống; cấu trúc sẽ được đưa tới đúng mức rồi nâng lên.',
    en: 'The structure of the target database (up to {target}) does not match the backup (up to {backup}). Restore into an entirely empty database; it is brought to that level first and moved on afterwards.',
  },
  restore_unknown_migration: {
    vi: 'Phiên bản này không dựng được cấu trúc của bản sao lưu (đến {backup}), có lẽ do một phiên bản mới hơn tạo ra. Hãy cài phiên bản đó rồi phục hồi lại. ({reason})',
    en: 'This version cannot build the structure of the backup (up to {backup}), which a newer one probably made. Install that version and restore again. ({reason})',
  },
  restore_other_structure: {
    vi: 'Bảng {table} của bản sao lưu không khớp với cơ sở dữ liệu đích. Chưa có gì bị thay đổi.',
    en: 'The table {table} of the backup does not match the target database. Nothing was changed.',
  },
});
