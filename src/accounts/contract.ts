import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { route } from "../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));

export const Session = z.object({
  displayName: z.string(),
  username: z.string(),
  role: z.enum(["surveyor", "commune", "district", "province", "leader", "auditor", "admin", "training_centre", "job_centre"]),
  fields: z.array(z.string()),
  unit: z.object({ uid: z.string(), fullName: z.string(), level: z.string() }),
  tenant: z.object({ id: z.string(), name: z.string(), demo: z.boolean() }),
  /** area and day shown when the address names none; units that have a list on that day */
  usual: z.object({ area: z.object({ uid: z.string(), fullName: z.string() }), on: Day, withLists: z.array(z.string()) }),
});
export type Session = z.infer<typeof Session>;

export const Credentials = z.object({ username: z.string().check(z.minLength(1), z.maxLength(80)), password: z.string().check(z.minLength(1), z.maxLength(200)) });
export type Credentials = z.infer<typeof Credentials>;

export const Account = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  closed: z.boolean(),
  assignments: z.array(z.object({ id: z.string(), role: z.string(), unitUid: z.string(), unitName: z.string(), fields: z.array(z.string()), validFrom: z.string(), validTo: z.nullable(z.string()) })),
});
export type Account = z.infer<typeof Account>;

export const NewAccount = z.object({
  username: z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,40}$/)),
  displayName: z.string().check(z.minLength(2), z.maxLength(120)),
  role: z.enum(["surveyor", "commune", "district", "province", "leader", "auditor", "admin", "training_centre", "job_centre"]),
  unitUid: z.string(),
  hamletIds: z.optional(z.array(z.string())),
  organisationId: z.optional(z.uuid()),
  fields: z.array(z.enum(["poverty", "training", "jobs"])),
});
export type NewAccount = z.infer<typeof NewAccount>;

const Nothing = z.object({});

export const accountsRoutes = {
  /** what the sign-in page needs before anybody signs in; demo accounts only in a demo folder */
  welcome: route({
    method: "GET", path: "/welcome", open: true, summary: "Trạng thái hệ thống trước khi đăng nhập",
    answer: z.object({ demo: z.boolean(), demoAccounts: z.array(z.object({ username: z.string(), password: z.string(), displayName: z.string() })) }),
  }),
  signIn: route({ method: "POST", path: "/session", open: true, summary: "Đăng nhập", body: Credentials, answer: Session }),
  session: route({ method: "GET", path: "/session", summary: "Phiên làm việc hiện tại", answer: Session }),
  signOut: route({ method: "DELETE", path: "/session", summary: "Đăng xuất", answer: Nothing }),
  acceptInvitation: route({
    method: "POST", path: "/invitations/:token", open: true, summary: "Đặt mật khẩu lần đầu từ liên kết mời",
    params: z.object({ token: z.string() }), body: z.object({ password: z.string().check(z.minLength(10), z.maxLength(200)) }), answer: z.object({ username: z.string() }),
  }),
  organisations: route({ method: "GET", path: "/accounts/organisations", summary: "Cơ sở, trung tâm có thể gán cho tài khoản", answer: z.object({ organisations: z.array(z.object({ id: z.string(), name: z.string(), kinds: z.array(z.string()) })) }) }),
  listAccounts: route({ method: "GET", path: "/accounts", summary: "Tài khoản trong tỉnh", answer: z.object({ accounts: z.array(Account) }) }),
  createAccount: route({
    method: "POST", path: "/accounts", summary: "Tạo tài khoản, trả về liên kết đặt mật khẩu dùng một lần",
    body: NewAccount, answer: z.object({ id: z.string(), invitation: z.string() }),
  }),
  inviteAgain: route({
    method: "POST", path: "/accounts/:id/invitation", summary: "Tạo liên kết đặt lại mật khẩu dùng một lần", params: z.object({ id: z.string() }), answer: z.object({ invitation: z.string() }),
  }),
  closeAccount: route({
    method: "POST", path: "/accounts/:id/close", summary: "Khóa tài khoản", params: z.object({ id: z.string() }), body: z.object({ reason: z.string().check(z.minLength(3)) }), answer: Nothing,
  }),
};
