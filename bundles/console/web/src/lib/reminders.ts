/** How somebody is reminded outside the product, and how that goes, as the API tells it. */
export interface Quiet { from: string; until: string; daysOff: boolean; urgentBreaks: boolean }
export interface Reminders {
  way: string; ways: string[]; mail: string | null; kinds: string[]; allKinds: { id: string; name: string }[]; quiet: Quiet; daily: boolean; dailyAt: string
}
export interface DeliveryWay { way: string; name: string; ready: boolean; waiting: number; held: number; givenUp: number; lastSent: string | null; problem: string | null }
export interface Undelivered { way: string; recipient: string; reason: string; attempts: number; at: string }
export interface Robot { organ: { id: string; name: string }; kind: string; kindName: string; host: string; signed: boolean; setAt: string }
export interface Delivery { ways: DeliveryWay[]; givenUp: Undelivered[]; robots: Robot[] }
