/**
 * The manifest of the Excel add-in, of the XML kind, which every Excel that has custom functions reads.
 *
 * The functions run in a shared runtime, which is a browser everywhere: the runtime that Excel on Windows has for functions alone
 * promises ECMAScript 2016 and no `Intl`, and so no time zones.
 * Source: learn.microsoft.com, "Configure your Office Add-in to use a shared runtime" and "Add-in only manifest".
 */
import { VERSION } from "../src/version.ts";
import { NAMESPACE } from "./excel-page.ts";

/** Where the files are until somebody hosts them: the one text to replace in the manifest. */
const BASE_URL = "https://localhost:3000";
/** Never to be changed: to Excel it is the add-in. */
const ID = "caf9ed10-312e-4def-94f3-9211583f780d";

/** Pixels: 16, 32 and 80 of the ribbon, 32 and 64 of the list of add-ins. */
export const ICON_SIZES: readonly number[] = [16, 32, 64, 80];

/** XML. The order of elements matters: it is that of the schema. */
export function manifestXml(): string {
  const iconUrl = (sizePx: number): string => `${BASE_URL}/assets/icon-${sizePx}.png`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- To host the add-in elsewhere replace ${BASE_URL} everywhere. The address must be https. -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xmlns:ov="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="TaskPaneApp">
  <Id>${ID}</Id>
  <Version>${VERSION}.0</Version>
  <ProviderName>ouvree</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="ouvree: business time"/>
  <Description DefaultValue="Deadlines, open hours, callbacks and working days as functions of the sheet."/>
  <IconUrl DefaultValue="${iconUrl(32)}"/>
  <HighResolutionIconUrl DefaultValue="${iconUrl(64)}"/>
  <SupportUrl DefaultValue="${BASE_URL}/functions.html"/>
  <Hosts>
    <Host Name="Workbook"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="1.1">
      <Set Name="SharedRuntime" MinVersion="1.1"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${BASE_URL}/functions.html"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Workbook">
        <Runtimes>
          <Runtime resid="Page.Url" lifetime="long"/>
        </Runtimes>
        <AllFormFactors>
          <ExtensionPoint xsi:type="CustomFunctions">
            <Script>
              <SourceLocation resid="Functions.Script.Url"/>
            </Script>
            <Page>
              <SourceLocation resid="Page.Url"/>
            </Page>
            <Metadata>
              <SourceLocation resid="Functions.Metadata.Url"/>
            </Metadata>
            <Namespace resid="Functions.Namespace"/>
          </ExtensionPoint>
        </AllFormFactors>
        <DesktopFormFactor>
          <GetStarted>
            <Title resid="GetStarted.Title"/>
            <Description resid="GetStarted.Description"/>
            <LearnMoreUrl resid="Page.Url"/>
          </GetStarted>
          <FunctionFile resid="Page.Url"/>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabFormulas">
              <Group id="Ouvree.Group">
                <Label resid="Group.Label"/>
                <Icon>
                  <bt:Image size="16" resid="Icon.16"/>
                  <bt:Image size="32" resid="Icon.32"/>
                  <bt:Image size="80" resid="Icon.80"/>
                </Icon>
                <Control xsi:type="Button" id="Ouvree.Button">
                  <Label resid="Button.Label"/>
                  <Supertip>
                    <Title resid="Button.Label"/>
                    <Description resid="Button.Tip"/>
                  </Supertip>
                  <Icon>
                    <bt:Image size="16" resid="Icon.16"/>
                    <bt:Image size="32" resid="Icon.32"/>
                    <bt:Image size="80" resid="Icon.80"/>
                  </Icon>
                  <Action xsi:type="ShowTaskpane">
                    <TaskpaneId>Ouvree.Pane</TaskpaneId>
                    <SourceLocation resid="Page.Url"/>
                  </Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        <bt:Image id="Icon.16" DefaultValue="${iconUrl(16)}"/>
        <bt:Image id="Icon.32" DefaultValue="${iconUrl(32)}"/>
        <bt:Image id="Icon.80" DefaultValue="${iconUrl(80)}"/>
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Functions.Script.Url" DefaultValue="${BASE_URL}/functions.js"/>
        <bt:Url id="Functions.Metadata.Url" DefaultValue="${BASE_URL}/functions.json"/>
        <bt:Url id="Page.Url" DefaultValue="${BASE_URL}/functions.html"/>
      </bt:Urls>
      <bt:ShortStrings>
        <bt:String id="Functions.Namespace" DefaultValue="${NAMESPACE}"/>
        <bt:String id="GetStarted.Title" DefaultValue="Business time is ready"/>
        <bt:String id="Group.Label" DefaultValue="Business time"/>
        <bt:String id="Button.Label" DefaultValue="Functions"/>
      </bt:ShortStrings>
      <bt:LongStrings>
        <bt:String id="GetStarted.Description" DefaultValue="Type =${NAMESPACE}. into a cell. The list is behind Formulas, Business time."/>
        <bt:String id="Button.Tip" DefaultValue="Lists the functions of ${NAMESPACE} and their arguments."/>
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}
