// Read by Fabric when its bundle starts: no font and no icon is fetched from Microsoft's servers.
window.FabricConfig = { fontBaseUrl: "", iconBaseUrl: "" };
