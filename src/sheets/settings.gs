// ouvree for Google Sheets: business hours, deadlines and promises as functions of cells.
// Paste this whole file into Extensions > Apps Script, save, and write =OUVREE_DEADLINE(A2, 4, "clip-industrie") into a cell.

// The calendar of calls that name none: the name of a preset ("clip-industrie"), a definition or a compiled calendar as JSON
// between backquotes, or null.
var OUVREE_CALENDAR = null;
