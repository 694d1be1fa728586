/** Sentences of what the phone half itself refuses. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const phoneProblems = {
  'sync.notPossible': {
    vi: 'Trình duyệt này không giữ được dữ liệu để làm việc khi mất mạng. Dùng trình duyệt mới hơn, không ở chế độ ẩn danh, địa chỉ bắt đầu bằng https.',
    en: 'This browser cannot keep data for work without signal. Use a newer one, not in private mode, at an address that begins with https.',
  },
  'sync.deviceTaken': {
    vi: 'Máy này còn việc chưa gửi của lần chuẩn bị trước. Mở bằng mã cũ hoặc đăng nhập đúng tài khoản đó, gửi hết rồi chuẩn bị lại.',
    en: 'This device still holds unsent work from when it was prepared before. Open it with the old PIN or sign in to that account, send everything, then prepare again.',
  },
  'sync.storageFull': {
    vi: 'Bộ nhớ của máy đã đầy nên việc vừa rồi chưa ghi được. Xóa bớt dữ liệu trên máy rồi ghi lại; việc đang chờ có thể lưu ra tệp.',
    en: 'The memory of this device is full, so this was not recorded. Free some space and record it again; what waits can be saved as a file.',
  },
  'sync.locked': {
    vi: 'Máy đang khóa. Nhập mã rồi ghi lại.',
    en: 'This device is locked. Enter the PIN, then record this again.',
  },
  'sync.notCarried': {
    vi: 'Máy này không mang theo dữ liệu cần cho việc đó. Ghi khi có mạng.',
    en: 'This device does not carry what that needs. Record it with a connection.',
  },
  'sync.failsAlways': {
    vi: 'Máy chủ gặp lỗi mỗi lần nhận việc này. Báo cho người quản trị mã yêu cầu {requestId}; khi đã sửa xong thì gửi lại.',
    en: 'The server fails each time it is sent this. Tell the administrator the request id {requestId}; send it again once that is mended.',
  },
  'sync.notLetThrough': {
    vi: 'Đường mạng không cho gửi việc này (mã {status}). Đổi sang mạng khác rồi gửi lại; nếu vẫn không được, báo cho người quản trị.',
    en: 'The network does not let this through (code {status}). Send it again over another one; if it still fails, tell the administrator.',
  },
  'sync.anotherOwner': {
    vi: 'Máy này đang giữ dữ liệu của tài khoản khác. Đăng nhập bằng tài khoản đã chuẩn bị máy.',
    en: 'This device keeps the data of another account. Sign in to the account that prepared it.',
  },
} satisfies ProblemTexts;
