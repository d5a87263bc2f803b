declare module "d3-scale" {
  type Scale = {
    (value: number): number;
    nice: (count?: number) => Scale;
    ticks: (count?: number) => number[];
    domain: () => [number, number];
  };
  type BandScale = {
    (value: string): number | undefined;
    bandwidth: () => number;
  };
  /** Maps numbers of the domain onto the range. */
  export function scaleLinear(domain: [number, number], range: [number, number]): Scale;
  /** Maps names onto bands of equal width. */
  export function scaleBand(domain: string[], range: [number, number]): BandScale;
}
