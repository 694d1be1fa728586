/** Meanings of the settings, and what is said of a wrong one. */
import { defineMessages } from './messages.ts';

export const configMessages = defineMessages({
  data: {
    vi: 'Thư mục dữ liệu: cơ sở dữ liệu đi kèm, tệp khóa, tệp cấu hình. Phải nằm nơi người dùng chạy cơ sở dữ liệu vào được.',
    en: 'The data folder: embedded database, key file, configuration file. It must lie where the user who runs the database may enter.',
  },
  databaseUrl: {
    vi: 'Địa chỉ một máy chủ PostgreSQL từ phiên bản 15 (người dùng là chủ cơ sở dữ liệu, được tạo vai trò và phần mở rộng). Bỏ trống thì dùng PostgreSQL đi kèm.',
    en: 'Address of a PostgreSQL server, version 15 or newer (its user owns the database and may create a role and extensions). Without it the embedded PostgreSQL is used.',
  },
  host: {
    vi: 'Địa chỉ mạng để lắng nghe. Giữ nguyên khi đặt sau nginx trên cùng máy; đặt 0.0.0.0 để máy khác vào thẳng.',
    en: 'The network address to listen on. Leave it behind an nginx on the same machine; 0.0.0.0 lets other machines in directly.',
  },
  port: { vi: 'Cổng để lắng nghe.', en: 'The port to listen on.' },
  publicOrigin: {
    vi: 'Địa chỉ mà người dùng gõ vào trình duyệt, ví dụ https://satcoso.tinh.example, khi khác với địa chỉ máy chủ thấy.',
    en: 'The address that people type into the browser, for instance https://satcoso.tinh.example, where it differs from what the server sees.',
  },
  secureCookies: {
    vi: 'Chỉ gửi cookie đăng nhập qua HTTPS. Bật khi đã có HTTPS.',
    en: 'Send the sign-in cookie over HTTPS only. Turn it on once there is HTTPS.',
  },
  trustProxy: {
    vi: 'Máy chủ trung gian được tin về địa chỉ người gọi (để giới hạn số lần đăng nhập sai): loopback, hoặc các địa chỉ cách nhau bằng dấu phẩy.',
    en: 'Proxies whose word about the caller’s address is taken (for the limit of failed sign-ins): loopback, or addresses separated by commas.',
  },
  metricsFrom: {
    vi: 'Ai đọc được /metrics: loopback (chỉ trên máy này) hay anywhere (mọi nơi).',
    en: 'Who may read /metrics: loopback (this machine only) or anywhere.',
  },
  logLevel: {
    vi: 'Mức ghi nhật ký: debug, info, warn, error hay silent. Nhật ký không chứa dữ liệu cá nhân.',
    en: 'How much is logged: debug, info, warn, error or silent. The log holds no personal data.',
  },
  databaseConnections: { vi: 'Số kết nối tối đa tới cơ sở dữ liệu của mỗi tiến trình.', en: 'Most connections to the database from each process.' },
  databasePoolUrl: {
    vi: 'Địa chỉ bộ gom kết nối (PgBouncer) trước máy chủ mà DATABASE_URL chỉ tới; các yêu cầu đi qua đây bằng một tài khoản không sở hữu bảng. DATABASE_URL vẫn phải tới thẳng PostgreSQL. Xem docs/scaling.md.',
    en: 'Address of a pooler (PgBouncer) in front of the server that DATABASE_URL names; requests go this way, with a login that owns no table. DATABASE_URL must still lead to PostgreSQL itself. See docs/scaling.md.',
  },
  databaseStatements: {
    vi: 'Câu lệnh gửi tới cơ sở dữ liệu có tên (named, đỡ phải phân tích lại) hay không (plain, cần cho PgBouncer trước bản 1.21 ở chế độ transaction).',
    en: 'Whether statements are sent under a name (named: saves parsing) or without (plain: needed by PgBouncer before 1.21 in transaction mode).',
  },
  databaseReplicaUrl: {
    vi: 'Địa chỉ một bản sao đọc (streaming replication) để chia bớt việc đọc. Ai vừa ghi thì đọc ở máy chính cho tới khi bản sao theo kịp. Nếu có DATABASE_POOL_URL thì địa chỉ này cũng là của bộ gom kết nối.',
    en: 'Address of a read replica (streaming replication) that takes reads off the primary. Who has just written reads from the primary until the replica has caught up. With DATABASE_POOL_URL this is a pooler’s address, too.',
  },
  databaseReplicaLag: {
    vi: 'Bản sao đọc chậm hơn máy chính quá số giây này thì không được dùng.',
    en: 'A read replica further behind than this many seconds takes no reads.',
  },
  databaseMemory: {
    vi: 'Bộ nhớ dành cho PostgreSQL đi kèm, ví dụ 4GB. Bỏ trống thì là một phần tư bộ nhớ của máy (từ 1GB đến 16GB). Máy chỉ chạy phần mềm này: đặt khoảng hai phần ba bộ nhớ.',
    en: 'Memory for the embedded PostgreSQL, for instance 4GB. Without it: a quarter of the machine’s (from 1GB to 16GB). On a machine that runs nothing else: about two thirds of its memory.',
  },
  processes: {
    vi: 'Số tiến trình phục vụ trên cùng một cổng: một số, hay cores (bằng số nhân của máy).',
    en: 'How many processes serve on the port: a number, or cores (as many as the machine has).',
  },
  smtpUrl: {
    vi: 'Máy chủ gửi thư để báo ngoài ứng dụng rằng có thông báo mới, ví dụ smtps://user:matkhau@thu.tinh.example:465. Bỏ trống thì không gửi thư nào; thông báo vẫn xem được trong ứng dụng. Thư không chứa nội dung.',
    en: 'The mail server by which people are told outside the app that there are new notices, for instance smtps://user:password@mail.tinh.example:465. Without it no mail is sent; notices stand in the app all the same. Mails hold no contents.',
  },
  mailFrom: {
    vi: 'Địa chỉ gửi của các thư đó, cũng là địa chỉ liên hệ báo cho máy chủ thông báo đẩy. Thông báo đẩy bật khi PUBLIC_ORIGIN bắt đầu bằng https; khóa của nó sinh từ tệp khóa.',
    en: 'The sender of these mails, and the contact that push servers are told. Web push is on where PUBLIC_ORIGIN begins with https; its keys are drawn from the key file.',
  },
  keysFile: {
    vi: 'Tệp khóa dùng để mã hóa thông tin cá nhân; tạo ở lần khởi động đầu tiên. Bỏ trống thì là keys.json trong thư mục dữ liệu.',
    en: 'The key file that seals personal fields; made on first start. Without it: keys.json in the data folder.',
  },
  unreadable: { vi: 'Không đọc được tệp cấu hình {file}: {reason}', en: 'The configuration file {file} cannot be read: {reason}' },
  notJson: {
    vi: 'Tệp cấu hình {file} phải là một đối tượng JSON, ví dụ { "port": 4000 }.',
    en: 'The configuration file {file} must be one JSON object, for instance { "port": 4000 }.',
  },
  unknownKey: {
    vi: 'Tệp cấu hình {file} có mục “{key}” không tồn tại. Các mục có thể dùng: {known}.',
    en: 'The configuration file {file} has an unknown key “{key}”. Known keys: {known}.',
  },
  loginOwns: {
    vi: 'Tài khoản “{login}” dùng cho các yêu cầu phải thuộc vai trò {role} và không được sở hữu bảng nào. Xem DATABASE_POOL_URL trong docs/scaling.md.',
    en: 'The login “{login}” that requests use must belong to the role {role} and own no table. See DATABASE_POOL_URL in docs/scaling.md.',
  },
  wrongValue: {
    vi: 'Giá trị của {key} (biến môi trường {env}) không dùng được: {reason}. Xem docs/configuration.md.',
    en: 'The value of {key} (environment variable {env}) cannot be used: {reason}. See docs/configuration.md.',
  },
});
