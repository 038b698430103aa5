import { HostError } from "./host-error.ts";
import type { HostErrorCode } from "./host-error.ts";

/**
 * Something that goes wrong once, for tests: the nth request from now is refused as a whole with a number of Office.js
 * (see TRANSPORT_ERRORS), or the nth use of a member (Class.Member, as on the wire) from now fails.
 */
export type Fault = RequestFault | MemberFault;

export interface RequestFault {
  readonly on: "request";
  readonly nth: number;
  readonly error: number;
}

export interface MemberFault {
  readonly on: "member";
  readonly member: string;
  readonly nth: number;
  readonly code: HostErrorCode;
}

/** The faults that are still to come. */
export class Faults {
  private requests: RequestFault[] = [];
  private members: MemberFault[] = [];

  add(fault: Fault): void {
    if (fault.on === "request") this.requests.push(fault);
    else this.members.push(fault);
  }

  /** Counts a request; the number it is to be refused with, or null. */
  request(): number | null {
    const due = this.requests.find(({ nth }) => nth <= 1);
    this.requests = this.requests
      .filter((fault) => fault !== due)
      .map((fault) => ({ ...fault, nth: fault.nth - 1 }));
    return due?.error ?? null;
  }

  /** Counts the use of a member, and fails where its turn has come. */
  member(member: string): void {
    const due = this.members.find((fault) => fault.member === member && fault.nth <= 1);
    this.members = this.members
      .filter((fault) => fault !== due)
      .map((fault) => (fault.member === member ? { ...fault, nth: fault.nth - 1 } : fault));
    if (due !== undefined)
      throw new HostError(due.code, "emulator: a fault put in by a test", member);
  }
}
