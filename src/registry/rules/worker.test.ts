import { describe, expect, it } from "vitest";
import { subjectKey, workerColumns } from "./worker.ts";

const HAMLET = "01900000-0000-7000-8000-000000000001";
const worker = { hamletId: HAMLET, fullName: "Nguyễn  Văn Hòa", birthYear: 1990 };

describe("a worker as a list names him", () => {
  it("is the person on file, else name, year and hamlet, however the name is marked", () => {
    expect(subjectKey({ ...worker, personId: "01900000-0000-7000-8000-00000000000a" })).toBe("01900000-0000-7000-8000-00000000000a");
    expect(subjectKey(worker)).toBe(subjectKey({ ...worker, fullName: "NGUYỄN VĂN HOÀ" }));
    expect(subjectKey(worker)).not.toBe(subjectKey({ ...worker, birthYear: 1991 }));
    expect(subjectKey(worker)).not.toBe(subjectKey({ ...worker, hamletId: "01900000-0000-7000-8000-000000000002" }));
  });

  it("takes the year from the day of birth, so that both ways of writing are one", () => {
    expect(subjectKey({ ...worker, birthYear: null, birthDate: "1990-05-06" })).toBe(subjectKey(worker));
    expect(workerColumns({ ...worker, birthDate: "1990-05-06" })).toEqual({
      hamlet_id: HAMLET, person_id: null, full_name: "Nguyễn Văn Hòa", birth_date: "1990-05-06", birth_year: 1990, sex: 0, subject_key: `nguyen van hoa|1990|${HAMLET}`,
    });
  });
});
