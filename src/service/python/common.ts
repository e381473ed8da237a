import data from './commonNames.json';

/** Names of members that objects of Python itself, of pandas, polars, dask, numpy and others have: they say nothing about whose they are. */
export const commonMembers: ReadonlySet<string> = new Set(data.members.split(' '));

/** Packages other than the inventories' whose names are known: what comes from them is surely something else. */
export const commonPackages: ReadonlySet<string> = new Set(data.packages.split(' '));
