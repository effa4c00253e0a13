import { describe, expect, it } from "vitest";
import { maskPhone, visitorColumns } from "./visitor.ts";

const HAMLET = "0190a000-0000-7000-8000-000000000001";

describe("a visitor as told at the desk", () => {
  it("is told apart by name, year and hamlet, or by the person on file", () => {
    const one = visitorColumns({ fullName: "NGUYỄN VĂN  ĐỨC", birthYear: 1990, hamletId: HAMLET, residence: "" }, null);
    expect(one).toMatchObject({ full_name: "Nguyễn Văn Đức", name_folded: "nguyen van duc", residence: null, subject_key: `nguyen van duc|1990|${HAMLET}` });
    expect(visitorColumns({ fullName: "nguyễn văn đức", birthYear: 1990, hamletId: HAMLET, residence: null }, null).subject_key).toBe(one.subject_key);
    expect(visitorColumns({ fullName: "Nguyễn Văn Đức", birthYear: 1990, hamletId: HAMLET, residence: null }, "p").subject_key).toBe("p");
  });

  it("from outside is told apart by the place named", () => {
    expect(visitorColumns({ fullName: "Lê A", birthYear: null, hamletId: null, residence: " Đồng  Tháp" }, null)).toMatchObject({ residence: "Đồng Tháp", subject_key: "le a||dong thap" });
  });

  it("shows a phone number masked", () => {
    expect([maskPhone("0912345678"), maskPhone("123"), maskPhone(null)]).toEqual(["0912••••78", "••••", null]);
  });
});
